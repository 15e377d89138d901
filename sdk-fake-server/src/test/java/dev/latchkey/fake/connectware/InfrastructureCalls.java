package dev.latchkey.fake.connectware;

import dev.latchkey.fake.Client.Answer;
import dev.latchkey.fake.internal.Json;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One call of each documented operation beside those on users and roles. */
final class InfrastructureCalls {
    private static final String REGISTRY = "/api/client-registry";
    private static final String CERTIFICATES = "/api/certificates";
    private static final String DATABASE = "/api/maintenance/db";
    private static final X509Certificate AUTHORITY =
            new TestAuthority(Instant::now, new ConnectwareSettings()).certificate();

    private InfrastructureCalls() {}

    static Map<String, OperationsTest.Call> all() {
        Map<String, OperationsTest.Call> calls = new LinkedHashMap<>();
        calls.put("clientRegistry.register", InfrastructureCalls::register);
        calls.put("clientRegistry.list", test -> {
            pending(test);
            return test.send("GET", REGISTRY, null);
        });
        calls.put("clientRegistry.open", test -> test.send("POST", REGISTRY + "/open", Map.of("duration", 30_000)));
        calls.put("clientRegistry.confirm", test -> {
            pending(test);
            return test.send(
                    "POST", REGISTRY + "/confirm", Map.of("username", "device", "mqttPublishPrefix", "device/"));
        });
        calls.put("certificates.list", test -> test.send("GET", CERTIFICATES, null));
        calls.put("certificates.upload", test -> test.send("POST", CERTIFICATES, Pem.of(AUTHORITY)));
        calls.put(
                "certificates.getContent",
                test -> test.send(
                        "GET",
                        CERTIFICATES + "/content?id=" + test.fake.certificates().add(AUTHORITY),
                        null));
        calls.put("broker.authEnhanced", test -> {
            test.fake.broker().decide(asked -> true);
            return test.send(
                    "POST",
                    "/api/broker/auth/enhanced",
                    Map.of("client_id", "text", "properties", Map.of("p_authentication_method", "text")));
        });
        calls.put("maintenance.getDbStatus", InfrastructureCalls::databaseStatus);
        calls.put("maintenance.restoreDb", test -> test.send("POST", DATABASE + "/restore", null));
        return calls;
    }

    private static Answer register(OperationsTest test) throws Exception {
        Map<String, Object> device = pending(test);
        test.fake.clientRegistry().confirm("device");
        return test.send("POST", REGISTRY + "/register", device);
    }

    private static Answer databaseStatus(OperationsTest test) throws Exception {
        test.fake.database().startBackup();
        test.fake.clock().advance(Duration.ofSeconds(10));
        test.send("POST", DATABASE + "/restore", null);
        test.fake.clock().advance(Duration.ofSeconds(10));
        return test.send("GET", DATABASE, null);
    }

    private static Map<String, Object> pending(OperationsTest test) throws Exception {
        Map<String, Object> device = Json.object(
                "username", "device",
                "csr", Device.ec().csr("CN=device"),
                "roles", List.of("operators"),
                "permissions", List.of(Api.permission("plant/#")),
                "context", "IoT Device Serial Number <0123456>");
        test.fake.clientRegistry().open(Duration.ofMinutes(5));
        test.send("POST", REGISTRY + "/register", device);
        return device;
    }
}
