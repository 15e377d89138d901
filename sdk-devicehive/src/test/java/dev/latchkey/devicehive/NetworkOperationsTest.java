package dev.latchkey.devicehive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.core.BadRequestException;
import dev.latchkey.core.ConflictException;
import dev.latchkey.core.ForbiddenException;
import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.NotFoundException;
import dev.latchkey.core.UnauthorizedException;
import dev.latchkey.fake.devicehive.FakeDevice;
import dev.latchkey.fake.devicehive.FakeDeviceHive;
import dev.latchkey.fake.devicehive.FakeUser;
import dev.latchkey.fake.devicehive.TokenPayload;
import dev.latchkey.fake.junit.Fake;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Networks and device types, and where they are. */
class NetworkOperationsTest {
    @Fake
    final FakeDeviceHive fake = Marked.fake("admin");

    private DeviceHiveClient client;

    @BeforeEach
    void open() {
        client = DeviceHiveClient.builder()
                .baseUrl(fake.baseUrl())
                .credentials("admin", Marked.PASSWORD)
                .build();
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void aNetworkIsCreatedReadChangedAndDeleted() {
        long id = client.networks().create("south", "south hall").execute();
        fake.addDevice(new FakeDevice("lamp", "A lamp", id, 1));

        Network created = client.networks().get(id).execute();
        assertThat(created.description()).isEqualTo("south hall");
        assertThat(created.devices()).containsExactly(new Device("lamp", "A lamp", null, false));
        client.networks().update(id, "east", null).execute();
        assertThat(client
                        .networks()
                        .list(NameQuery.builder().namePattern("_ast").build())
                        .stream())
                .containsExactly(new Network(id, "east", "south hall", null));
        assertThat(client.networks().count(NameQuery.all()).execute()).isEqualTo(2);

        assertThatExceptionOfType(BadRequestException.class)
                .isThrownBy(() -> client.networks().delete(id).execute())
                .withMessageContaining("lamp");
        client.networks().deleteWithDevices(id).execute();
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> client.networks().get(id).execute());
    }

    @Test
    void aDeviceTypeIsCreatedReadChangedAndDeleted() {
        long id = client.deviceTypes().create("Pumps", "What moves water").execute();

        client.deviceTypes().update(id, "Valves", "What stops it").execute();
        assertThat(client.deviceTypes().get(id).execute().name()).isEqualTo("Valves");
        assertThat(client.deviceTypes()
                        .list(NameQuery.builder()
                                .sortBy(NameQuery.SortBy.NAME, false)
                                .pageSize(4)
                                .build())
                        .page(1)
                        .execute()
                        .items())
                .extracting(DeviceType::name)
                .containsExactly("Valves", "Thermostats", "Lightning", "Entertainment");
        client.deviceTypes().delete(id).execute();
        assertThat(client.deviceTypes().count(NameQuery.all()).execute()).isEqualTo(8);
    }

    @Test
    void aNameThatIsTakenIsAConflict() {
        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(
                        () -> client.networks().create("Sample Network", null).execute());
        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> client.deviceTypes().create("Cars", null).execute());
    }

    @Test
    void aTokenWithoutTheActionReadsButDoesNotChange() {
        fake.addUser(FakeUser.client("ann", Marked.PASSWORD).id(15).build());
        try (DeviceHiveClient ann = DeviceHiveClient.builder()
                .baseUrl(fake.baseUrl())
                .credentials("ann", Marked.PASSWORD)
                .build()) {
            assertThat(ann.networks().get(1).execute().name()).isEqualTo("Sample Network");
            assertThatExceptionOfType(ForbiddenException.class)
                    .isThrownBy(() -> ann.networks().create("mine", null).execute())
                    .withMessageContaining("Access is denied");
        }
    }

    @Test
    void theServerTellsOfItselfToWhoHasNoToken() {
        try (DeviceHiveClient stranger =
                DeviceHiveClient.builder().baseUrl(fake.baseUrl()).build()) {
            ServerInfo info = stranger.info().execute();

            assertThat(info.apiVersion()).isEqualTo("4.1.0");
            assertThat(info.webSocketServerUrl()).endsWith("/api/websocket");
        }
        String expired = fake.sign(
                TokenPayload.userAccess(1).withExpiresAt(fake.clock().instant().minusSeconds(1)));
        try (DeviceHiveClient late = DeviceHiveClient.builder()
                .baseUrl(fake.baseUrl())
                .accessToken(expired)
                .build()) {
            assertThat(late.info().execute().apiVersion()).isEqualTo("4.1.0");
            assertThatExceptionOfType(UnauthorizedException.class)
                    .isThrownBy(() -> late.users().current().execute());
        }
    }

    @Test
    void theFrontendMayBeAnywhere() {
        try (FakeDeviceHive frontend = Marked.fake("admin")) {
            frontend.settings().signingSecret("c2VjcmV0");
            fake.settings().signingSecret("c2VjcmV0");
            try (DeviceHiveClient apart = DeviceHiveClient.builder()
                    .baseUrl(fake.baseUrl())
                    .apiUrl(frontend.deviceApiUrl())
                    .credentials("admin", Marked.PASSWORD)
                    .build()) {
                assertThat(apart.users().current().execute().login()).isEqualTo("admin");
            }
            assertThat(fake.journal().count("POST", "/token")).isEqualTo(1);
            assertThat(frontend.journal().count("GET", "/api/rest/user/current"))
                    .isEqualTo(1);
        }
    }

    @Test
    void aFrontendThatMayNotSeeTheTokenIsRefused() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> DeviceHiveClient.builder()
                        .baseUrl(fake.baseUrl())
                        .apiUrl("http://api.example.com/api/rest")
                        .build())
                .withMessageStartingWith("The API URL is plain http");
    }
}
