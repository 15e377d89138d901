package dev.latchkey.fake.connectware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.fake.Client;
import dev.latchkey.fake.Client.Answer;
import dev.latchkey.fake.Fingerprint;
import dev.latchkey.fake.Tested;
import dev.latchkey.fake.internal.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How devices become users, over HTTP. */
class RegistrationTest {
    private static final Instant NOW = Instant.parse("2026-11-22T05:00:00.189Z");
    private static final Map<String, Object> READ = permission("plant/#");

    @Tested
    final FakeConnectware fake = FakeConnectware.withAdmin("admin", "secret");

    private final Client client = new Client(fake);

    @Test
    void threeDevicesAtOnceAreEachToldTheirOwn() throws Exception {
        fake.clock().set(NOW).freeze();
        Device granted = Device.ec();
        Object wanted = device("granted", "csr", granted.csr("CN=granted"), "permissions", List.of(READ));
        Object ignored = device("ignored", "password", "password-1");
        Object conflicting = device("granted", "password", "password-2");
        assertThat(register(wanted).status()).isEqualTo(423);

        open(Json.object("duration", 60_000));
        assertThat(register(wanted).status()).isEqualTo(202);
        assertThat(register(ignored).status()).isEqualTo(202);
        assertThat(register(conflicting).status()).isEqualTo(409);
        fake.clock().advance(Duration.ofSeconds(59));
        assertThat(register(wanted).status()).isEqualTo(202);
        assertThat(confirm(Json.object("username", "granted")).status()).isEqualTo(200);
        fake.clock().advance(Duration.ofSeconds(2));

        Answer answer = register(wanted);
        assertThat(answer.status()).isEqualTo(201);
        X509Certificate certificate = certificate(answer);
        assertThat(certificate.getPublicKey()).isEqualTo(granted.keys().getPublic());
        TestAuthorityTest.validate(
                certificate, fake.certificates().authority(), fake.clock().instant());
        assertThat(register(ignored).status()).isEqualTo(202);
        assertThat(register(conflicting).status()).isEqualTo(423);
        assertThat(fake.clientRegistry().registrations())
                .extracting(FakeRegistration::username)
                .containsExactly("ignored");
        assertThat(fake.users().names()).containsExactly("admin", "granted");
    }

    @Test
    void ofManyPollsAtOnceOneIsToldOfTheGrant() throws Exception {
        fake.clientRegistry().open(Duration.ofMinutes(5));
        Object device = device("device", "csr", Device.ec().csr("CN=device"));
        register(device);
        fake.clientRegistry().confirm("device");
        List<Callable<Integer>> polls =
                Collections.nCopies(8, () -> register(device).status());
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> poll : threads.invokeAll(polls)) {
                answers.add(poll.get());
            }

            assertThat(answers).containsOnlyOnce(201).containsOnly(201, 409);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aDeviceWithAPasswordLogsInAfterwardsAndGetsNoCertificate() throws Exception {
        fake.clientRegistry().open(Duration.ofMinutes(5));
        Object device = device("device", "password", "password-1");
        register(device);
        fake.clientRegistry().confirm("device");

        Answer granted = register(device);

        assertThat(granted.status()).isEqualTo(201);
        assertThat(granted.body()).isEqualTo("{}");
        assertThat(client.json("POST", "/api/login", null, device).status()).isEqualTo(200);
    }

    @Test
    void theUserHasTheCredentialsThePermissionsAndTheRolesOfTheConfirmation() throws Exception {
        fake.clock().set(NOW).freeze();
        fake.settings().certificateLifetime(Duration.ofDays(30));
        String role = fake.addRole(FakeRole.of("reader", FakePermission.of("a", "read", "mqtt")));
        fake.clientRegistry().open(Duration.ofMinutes(5));
        Object device = device(
                "device",
                "password",
                "password-1",
                "csr",
                Device.ec().csr("CN=device"),
                "permissions",
                List.of(READ),
                "roles",
                List.of("not a role"));
        register(device);

        Answer confirmed = confirm(Json.object("username", "device", "mqttPublishPrefix", "p", "roles", List.of(role)));

        Map<String, Object> user = confirmed.members();
        assertThat(user)
                .containsEntry("username", "device")
                .containsEntry("mqttPublishPrefix", "p")
                .containsEntry("identityProvider", "local")
                .containsEntry("grantTypes", List.of(grant("password", false), grant("certificate", false)));
        assertThat(resources(user)).containsExactlyInAnyOrder("a", "plant/#");
        assertThat(user.get("certificates"))
                .isEqualTo(List.of(Json.object(
                        "fingerprint", CertificateFingerprint.sha256(certificate(register(device))),
                        "createdAt", "2026-11-22T05:00:00.189Z",
                        "expiresAt", "2026-12-22T05:00:00.000Z")));
    }

    @Test
    void theConfirmationMaySayOtherPermissionsAndWaysToLogIn() throws Exception {
        fake.clientRegistry().open(Duration.ofMinutes(5));
        register(device("device", "password", "password-1", "permissions", List.of(READ)));

        Map<String, Object> user = confirm(Json.object(
                        "username", "device",
                        "grantTypes", List.of(grant("token", true)),
                        "initialPermissions", List.of(permission("less"))))
                .members();

        assertThat(user).containsEntry("grantTypes", List.of(grant("token", true)));
        assertThat(resources(user)).containsExactly("less");
    }

    @Test
    void oneKindOfCredentialsIsRequired() throws Exception {
        fake.clientRegistry().open(Duration.ofMinutes(5));
        register(device("device", "csr", Device.rsa().csr("CN=device")));

        assertThat(confirm(Json.object("username", "device")).members())
                .containsEntry("grantTypes", List.of(grant("certificate", true)));
    }

    @Test
    void whatCannotBeConfirmedIsRefusedAndStaysPending() throws Exception {
        fake.clientRegistry().open(Duration.ofMinutes(5));
        Object device = device("device", "password", "password-1");
        register(device);

        assertThat(confirm(Json.object("username", "nobody")).status()).isEqualTo(404);
        assertThat(confirm(Json.object("username", "admin")).status()).isEqualTo(404);
        assertThat(confirm(Json.object()).status()).isEqualTo(400);
        assertThat(confirm(Json.object("username", "device", "roles", List.of("reader")))
                        .status())
                .isEqualTo(404);
        assertThat(register(device).status()).isEqualTo(202);
        fake.users().add(FakeUser.builder("device").build());
        assertThat(confirm(Json.object("username", "device")).status()).isEqualTo(409);
        assertThat(register(device).status()).isEqualTo(409);
    }

    @Test
    void aRequestIsConfirmedOnce() throws Exception {
        fake.clientRegistry().open(Duration.ofMinutes(5));
        register(device("device", "password", "password-1"));

        assertThat(confirm(Json.object("username", "device")).status()).isEqualTo(200);
        assertThat(confirm(Json.object("username", "device")).status()).isEqualTo(404);
        assertThatThrownBy(() -> fake.clientRegistry().confirm("device")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"duration\":null}"})
    void theWindowIs30SecondsUnlessToldOtherwise(String body) throws Exception {
        fake.clock().freeze();
        assertThat(client.send(
                                "POST",
                                "/api/client-registry/open",
                                okhttp3.RequestBody.create(body, okhttp3.MediaType.get("application/json")),
                                "Authorization",
                                "Bearer " + fake.logIn("admin").token())
                        .status())
                .isEqualTo(200);

        fake.clock().advance(Duration.ofMillis(29_999));
        assertThat(fake.clientRegistry().isOpen()).isTrue();
        fake.clock().advance(Duration.ofMillis(1));
        assertThat(fake.clientRegistry().isOpen()).isFalse();
    }

    @Test
    void aStrangeDurationIsA400() throws Exception {
        assertThat(open(Json.object("duration", -1)).status()).isEqualTo(400);
        assertThat(open(Json.object("duration", "30000")).status()).isEqualTo(400);
        assertThat(open(Json.object("duration", Long.MAX_VALUE)).status()).isEqualTo(200);
        assertThat(fake.clientRegistry().isOpen()).isTrue();
    }

    @Test
    void whatIsMissingOrMalformedIsA400InAnyState() throws Exception {
        for (Duration window : List.of(Duration.ZERO, Duration.ofMinutes(5))) {
            fake.clientRegistry().open(window);
            assertThat(register(device("device")).status()).isEqualTo(400);
            assertThat(register(Json.object("password", "password-1")).status()).isEqualTo(400);
            assertThat(register(device("device", "csr", "LEAK7Q4Z"))).satisfies(answer -> {
                assertThat(answer.status()).isEqualTo(400);
                assertThat(answer.text("message")).startsWith("csr").doesNotContain("LEAK7Q4Z");
            });
            assertThat(register(device("device", "csr", Device.ec().csr("CN=device", Device.ec())))
                            .status())
                    .isEqualTo(400);
            assertThat(register(device("device", "password", "password-1", "permissions", List.of(Map.of())))
                            .status())
                    .isEqualTo(400);
            assertThat(register(device("device", "password", 12345)).status()).isEqualTo(400);
            assertThat(register(device("  ", "password", "password-1")).status())
                    .isEqualTo(400);
        }
        assertThat(fake.clientRegistry().registrations()).isEmpty();
    }

    @Test
    void theCommonNameIsCheckedOnlyIfAskedFor() throws Exception {
        fake.clientRegistry().open(Duration.ofMinutes(5));
        Object other = device("device-1", "csr", Device.ec().csr("CN=R2D2"));
        Object nameless = device("device-2", "csr", Device.ec().csr("O=Robots Inc."));
        Object right = device("device-3", "csr", Device.ec().csr("CN=device-3"));

        fake.settings().registryChecksCommonName(true);
        assertThat(register(other).status()).isEqualTo(400);
        assertThat(register(nameless).status()).isEqualTo(400);
        assertThat(register(right).status()).isEqualTo(202);

        fake.settings().registryChecksCommonName(false);
        assertThat(register(other).status()).isEqualTo(202);
        assertThat(register(nameless).status()).isEqualTo(202);
    }

    @Test
    void theListShowsOnePermissionAsAnObjectAndOthersAsAList() throws Exception {
        fake.clock().set(NOW).freeze();
        fake.clientRegistry().open(Duration.ofMinutes(5));
        register(device("none", "password", "password-1", "context", "IoT Device Serial Number <0123456>"));
        register(device("one", "csr", Device.ec().csr("CN=one"), "permissions", List.of(withId(READ, "mine"))));
        register(device("two", "password", "password-1", "permissions", List.of(READ, permission("b"))));
        fake.clientRegistry().confirm("one");

        List<Map<String, Object>> rows = list();

        assertThat(rows.get(0))
                .isEqualTo(Json.object(
                        "timestamp", "2026-11-22T05:00:00.189Z",
                        "username", "none",
                        "credentialType", "password",
                        "roles", List.of(),
                        "context", "IoT Device Serial Number <0123456>",
                        "permissions", List.of(),
                        "granted", false));
        assertThat(rows.get(1))
                .containsEntry("credentialType", "certificate")
                .containsEntry("permissions", withId(READ, "mine"))
                .containsEntry("granted", true);
        assertThat((List<?>) rows.get(2).get("permissions")).hasSize(2);

        fake.settings().saneShapes(true);
        assertThat(list()).allSatisfy(row -> assertThat(row.get("permissions")).isInstanceOf(List.class));
        assertThat(list().get(1)).containsEntry("permissions", List.of(withId(READ, "mine")));
    }

    @Test
    void theNameOfTheAuthorityIsSettable() throws Exception {
        fake.settings().authorityName("PlantCA");
        fake.clientRegistry().open(Duration.ofMinutes(5));
        Object device = device("device", "csr", Device.rsa().csr("CN=device"));
        register(device);
        fake.clientRegistry().confirm("device");

        X509Certificate certificate = certificate(register(device));

        assertThat(certificate.getIssuerX500Principal().getName()).contains("CN=PlantCA");
        TestAuthorityTest.validate(
                certificate, fake.certificates().authority(), fake.clock().instant());
    }

    @Test
    void aSeedSaysHowDevicesAreServed() {
        try (FakeConnectware seeded = FakeConnectware.fromSeed("""
                {"connectware": {"settings": {"registryChecksCommonName": true, "authorityName": "PlantCA",
                  "certificateSeconds": 60, "databaseTaskSeconds": 0.5, "misspeltSucceeded": true}}}""")) {
            assertThat(seeded.settings().registryChecksCommonName()).isTrue();
            assertThat(seeded.settings().certificateLifetime()).isEqualTo(Duration.ofMinutes(1));
            assertThat(seeded.settings().databaseTaskDuration()).isEqualTo(Duration.ofMillis(500));
            assertThat(seeded.settings().misspeltSucceeded()).isTrue();
            assertThat(seeded.certificates()
                            .authority()
                            .getSubjectX500Principal()
                            .getName())
                    .contains("CN=PlantCA");
        }
    }

    @Test
    void administratorsNeedATokenAndDevicesNone() throws Exception {
        assertThat(client.json("GET", "/api/client-registry", null, null).status())
                .isEqualTo(401);
        assertThat(client.json("POST", "/api/client-registry/open", null, Map.of())
                        .status())
                .isEqualTo(401);
        assertThat(client.json("POST", "/api/client-registry/confirm", null, Map.of())
                        .status())
                .isEqualTo(401);
    }

    @Test
    void theJournalShowsNeitherPasswordNorRequestButThatItWasTheSame() throws Exception {
        fake.clientRegistry().open(Duration.ofMinutes(5));
        String csr = Device.ec().csr("CN=device,O=LEAK7Q4Z");
        Object device = device("device", "password", "LEAK7Q4Z-1", "csr", csr);
        register(device);
        register(device);

        assertThat(fake.journal().requests().toString()).doesNotContain("LEAK7Q4Z", csr.substring(0, 20));
        assertThat(fake.journal().requests())
                .extracting(entry -> entry.fingerprint("csr"))
                .containsOnly(Fingerprint.of(csr));
        assertThat(fake.clientRegistry().registrations().toString()).doesNotContain("LEAK7Q4Z");
    }

    @Test
    void aResetLocksTheRegistryAndForgetsItsRequests() throws Exception {
        fake.clientRegistry().open(Duration.ofMinutes(5));
        register(device("device", "password", "password-1"));

        fake.reset();

        assertThat(fake.clientRegistry().isOpen()).isFalse();
        assertThat(fake.clientRegistry().registrations()).isEmpty();
    }

    @Test
    void aDiscardedRequestIsNoMore() throws Exception {
        fake.clientRegistry().open(Duration.ofMinutes(5));
        register(device("device", "password", "password-1"));

        fake.clientRegistry().discard("device");

        assertThat(list()).isEmpty();
    }

    private Answer open(Object body) throws IOException {
        return authorized("POST", "/api/client-registry/open", body);
    }

    private Answer confirm(Object body) throws IOException {
        return authorized("POST", "/api/client-registry/confirm", body);
    }

    private List<Map<String, Object>> list() throws IOException {
        return ((List<?>) authorized("GET", "/api/client-registry", null).json())
                .stream().map(Json::asObject).toList();
    }

    private Answer authorized(String method, String path, Object body) throws IOException {
        return client.json(method, path, fake.logIn("admin").token(), body);
    }

    private Answer register(Object device) throws IOException {
        return client.json("POST", "/api/client-registry/register", null, device);
    }

    private static Map<String, Object> device(String username, Object... members) {
        Map<String, Object> device = new HashMap<>(Json.object(members));
        device.put("username", username);
        return device;
    }

    private static Map<String, Object> permission(String resource) {
        return Json.object("resource", resource, "operation", "read", "context", "mqtt");
    }

    private static Map<String, Object> withId(Map<String, Object> permission, String id) {
        Map<String, Object> identified = new HashMap<>(permission);
        identified.put("id", id);
        return identified;
    }

    private static Map<String, Object> grant(String method, boolean required) {
        return Json.object("method", method, "isRequired", required);
    }

    private static List<Object> resources(Map<String, Object> user) {
        return ((List<?>) user.get("roles"))
                .stream()
                        .flatMap(role -> ((List<?>) Json.asObject(role).get("permissions")).stream())
                        .map(permission -> Json.asObject(permission).get("resource"))
                        .toList();
    }

    private static X509Certificate certificate(Answer granted) {
        byte[] pem = Base64.getMimeDecoder().decode(granted.text("certificate"));
        return Pem.certificates(new String(pem, StandardCharsets.US_ASCII)).get(0);
    }
}
