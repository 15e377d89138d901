package dev.latchkey.fake.connectware;

import java.util.List;

/** Devices, certificates, the broker and the database: the parts of the fake beside users and roles, put together. */
final class Infrastructure {
    final FakeClientRegistry clientRegistry;
    final FakeCertificates certificates;
    final FakeBroker broker;
    final FakeDatabase database;
    final List<Endpoints> groups;

    Infrastructure(Connectware state, Exclusively exclusively) {
        TestAuthority authority = new TestAuthority(state.clock, state.settings);
        CertificateStore store = new CertificateStore(authority);
        ClientRegistry registry = new ClientRegistry(state.clock, name -> state.directory.userNamed(name) != null);
        Confirmations confirmations = new Confirmations(state, registry, authority);
        DatabaseTasks tasks = new DatabaseTasks(state.clock, state.settings);
        clientRegistry = new FakeClientRegistry(registry, confirmations, exclusively);
        certificates = new FakeCertificates(store, authority, exclusively);
        broker = new FakeBroker(new BrokerDecision(state));
        database = new FakeDatabase(tasks, exclusively);
        groups = List.of(
                new ClientRegistryEndpoints(state, registry, confirmations),
                new CertificateEndpoints(store),
                new BrokerEndpoints(state.settings, broker),
                new MaintenanceEndpoints(tasks));
    }
}
