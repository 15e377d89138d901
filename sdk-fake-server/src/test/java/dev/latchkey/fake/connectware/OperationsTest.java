package dev.latchkey.fake.connectware;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.fake.Client.Answer;
import dev.latchkey.fake.Tested;
import dev.latchkey.fake.internal.Json;
import dev.latchkey.testsupport.DocumentedOperation;
import dev.latchkey.testsupport.DocumentedOperations;
import dev.latchkey.testsupport.JsonTree;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every documented operation is routed, and those of these groups answer what the documentation shows. */
class OperationsTest {
    private static final Map<String, Call> CALLS = new LinkedHashMap<>();

    static {
        CALLS.putAll(InfrastructureCalls.all());
        CALLS.put("users.create", test -> test.send("POST", "/api/users", test.complete("jim")));
        CALLS.put("users.list", test -> test.send("GET", "/api/listUsers?pageNumber=1&rowsPerPage=1", null));
        CALLS.put("users.createBatch", test -> test.send("POST", "/api/users/batch", List.of(test.complete("jim"))));
        CALLS.put(
                "users.changePassword",
                test -> test.send(
                        "PUT",
                        "/api/users/change-password",
                        Map.of("password", "her-password", "newPassword", "another")));
        CALLS.put("users.get", test -> test.send("GET", test.user(), null));
        CALLS.put("users.update", test -> test.send("PUT", test.user(), Map.of("permissions", List.of(test.some()))));
        CALLS.put("users.listTokens", test -> test.send("GET", test.user() + "/tokens", null));
        CALLS.put("users.deleteTokens", test -> test.send("DELETE", test.user() + "/tokens", null));
        CALLS.put(
                "users.addCertificate",
                test -> test.send("POST", test.user() + "/certificates", Map.of("fingerprint", "ff")));
        CALLS.put(
                "users.removeCertificate",
                test -> test.send("DELETE", test.user() + "/certificates", Map.of("fingerprint", "ab:cd")));
        CALLS.put("users.addRole", test -> test.send("POST", test.user() + "/roles", Map.of("roleId", test.roleId)));
        CALLS.put(
                "users.removeRole", test -> test.send("DELETE", test.user() + "/roles", Map.of("roleId", test.roleId)));
        CALLS.put(
                "roles.create",
                test -> test.send("POST", "/api/roles", Map.of("name", "new", "permissions", List.of(test.some()))));
        CALLS.put("roles.list", test -> test.send("GET", "/api/roles", null));
        CALLS.put("roles.page", test -> test.send("GET", "/api/roles/page?rowsPerPage=1&pageNumber=1", null));
        CALLS.put("roles.get", test -> test.send("GET", test.role(), null));
        CALLS.put("roles.update", test -> test.send("PUT", test.role(), Map.of("name", "renamed")));
        CALLS.put("roles.listPermissions", test -> test.send("GET", test.role() + "/permissions", null));
        CALLS.put("roles.addPermission", test -> test.send("POST", test.role() + "/permissions", test.some()));
        CALLS.put("roles.getPermission", test -> test.send("GET", test.role() + "/permissions/p1", null));
        CALLS.put(
                "roles.updatePermission",
                test -> test.send("PUT", test.role() + "/permissions/p1", Map.of("operation", "write")));
        CALLS.put(
                "auth.login",
                test -> test.send(
                        "POST",
                        "/api/login",
                        Map.of(
                                "username", "jane",
                                "password", "her-password",
                                "expireTimeInHours", 1,
                                "label", "text")));
        CALLS.put("auth.session", test -> test.send("GET", "/api/session", null));
        CALLS.put(
                "permissions.page", test -> test.send("GET", "/api/permissions/page?rowsPerPage=1&pageNumber=1", null));
        CALLS.put("permissions.listIds", test -> test.send("GET", "/api/permissions/ids", null));
        CALLS.put("mfa.enable", test -> test.send("POST", "/api/mfa/enable", null));
        CALLS.put("mfa.validate", OperationsTest::validate);
        CALLS.put("mfa.login", OperationsTest::logInWithMfa);
        CALLS.put("mfa.disable", test -> test.send("POST", "/api/mfa/disable", test.backupCode()));
        CALLS.put(
                "mfa.regenerateBackupCodes",
                test -> test.send("POST", "/api/mfa/regenerate/backupcodes", test.backupCode()));
    }

    @Tested
    final FakeConnectware fake = FakeConnectware.empty();

    private String userId;
    private String roleId;
    private Api jane;

    interface Call {
        Answer send(OperationsTest test) throws Exception;
    }

    @BeforeEach
    void addJaneAndARole() throws Exception {
        roleId = fake.addRole(FakeRole.of("operators", new FakePermission("p1", "plant/#", "read", "mqtt")));
        userId = fake.users()
                .add(FakeUser.builder("jane")
                        .password("her-password")
                        .mqttPublishPrefix("jane/")
                        .role(roleId)
                        .certificate(new FakeCertificate("ab:cd", "2026-01-01", "2027-01-01"))
                        .permission(FakePermission.of("own/#", "write", "mqtt"))
                        .build());
        fake.users().add(FakeUser.builder("joe").build());
        Answer login = Api.guest(fake).logIn("username", "jane", "password", "her-password", "label", "tests");
        jane = Api.guest(fake).with(login.text("token"));
    }

    static Stream<DocumentedOperation> operations() {
        return DocumentedOperations.of("connectware").stream();
    }

    /** Those that take a token or credentials. */
    static Stream<DocumentedOperation> guardedOperations() {
        Set<String> open = Set.of("clientRegistry.register", "broker.authEnhanced");
        return operations().filter(operation -> !open.contains(name(operation)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void anOperationAnswersInTheDocumentedShape(DocumentedOperation operation) throws Exception {
        Answer answer = CALLS.get(name(operation)).send(this);

        assertThat(answer.status()).isIn(200, 201, 202);
        assertThat(fake.journal().requests(operation.method(), operation.path()))
                .isNotEmpty();
        String sample = operation.responseExample();
        if (sample == null) {
            assertThat(answer.body()).isEmpty();
        } else if (name(operation).equals("certificates.getContent")) {
            assertThat(answer.header("Content-Type")).startsWith("text/plain");
        } else {
            new Shapes(absent(operation)).assertAlike(JsonTree.parse(answer.body()), JsonTree.parse(sample));
        }
    }

    @Test
    void allFortyOperationsAreRouted() {
        assertThat(DocumentedOperations.of("connectware"))
                .hasSize(40)
                .allSatisfy(operation -> fake.latency(operation.method(), operation.path(), Duration.ZERO));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("guardedOperations")
    void anOperationThatIsAuthorisedRefusesAStranger(DocumentedOperation operation) throws Exception {
        String path = DocumentedOperation.fill(operation.path(), Map.of("id", "x", "pemId", "x"));

        Answer answer = Api.guest(fake).call(operation.method(), path, operation.requestExample());

        // Those two that need no token do not know the sample's credentials.
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.members().keySet()).containsExactly("code", "message");
    }

    @Test
    void everyOperationHasACall() {
        assertThat(operations().map(OperationsTest::name)).containsExactlyInAnyOrderElementsOf(CALLS.keySet());
    }

    @Test
    void aLoginThatNeedsMfaHasTheRestOfTheSample() throws Exception {
        fake.enrolForMfa("jane");

        Answer login = Api.guest(fake).logIn("username", "jane", "password", "her-password");

        DocumentedOperation operation = operations()
                .filter(each -> name(each).equals("auth.login"))
                .findFirst()
                .orElseThrow();
        new Shapes(Set.of("$.token", "$.expiresAt", "$.permissions"))
                .assertAlike(JsonTree.parse(login.body()), JsonTree.parse(operation.responseExample()));
    }

    /** The sample shows what a login has with MFA and without it; a new user has no token yet. */
    private static Set<String> absent(DocumentedOperation operation) {
        return switch (name(operation)) {
            case "auth.login", "mfa.login" -> Set.of("$.secret");
            case "users.create", "clientRegistry.confirm" -> Set.of("$.tokens");
            default -> Set.of();
        };
    }

    private static Answer validate(OperationsTest test) throws Exception {
        test.send("POST", "/api/mfa/enable", null);
        return test.send("POST", "/api/mfa/validate", Map.of("otp", test.fake.oneTimePassword("jane")));
    }

    private static Answer logInWithMfa(OperationsTest test) throws Exception {
        test.fake.enrolForMfa("jane");
        Answer first = Api.guest(test.fake).logIn("username", "jane", "password", "her-password");
        return test.send(
                "POST",
                "/api/mfa/login",
                Map.of(
                        "username", "jane",
                        "secret", first.text("secret"),
                        "otp", test.fake.oneTimePassword("jane")));
    }

    Answer send(String method, String path, Object body) throws Exception {
        return jane.call(method, path, body);
    }

    private String user() {
        return "/api/users/" + userId;
    }

    private String role() {
        return "/api/roles/" + roleId;
    }

    private Map<String, Object> some() {
        return Api.permission("some/#");
    }

    private Map<String, Object> backupCode() {
        return Map.of("backupCode", fake.enrolForMfa("jane").get(0));
    }

    private Map<String, Object> complete(String username) {
        Map<String, Object> user = Api.newUser(username, "mqttPublishPrefix", "x/", "roles", List.of(roleId));
        user.put(
                "certificates",
                List.of(Json.object("fingerprint", "ee", "createdAt", "2026-01-01", "expiresAt", "2027-01-01")));
        return user;
    }

    private static String name(DocumentedOperation operation) {
        return operation.id().substring("connectware.".length());
    }
}
