package dev.latchkey.connectware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.latchkey.core.ApiCall;
import dev.latchkey.core.ApiException;
import dev.latchkey.core.MalformedResponseException;
import dev.latchkey.core.RedirectException;
import dev.latchkey.core.TransportException;
import dev.latchkey.fake.Fault;
import dev.latchkey.fake.connectware.FakeConnectware;
import dev.latchkey.fake.junit.Fake;
import dev.latchkey.leakcheck.SecretLeaks;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Answers that are none: each operation fails by name, and shows no secret. */
class BadAnswerTest {
    private static final String MARKER = SecretLeaks.MARKER;
    private static final int MEBIBYTE = 1 << 20;

    @Fake
    static final FakeConnectware FAKE = FakeConnectware.withAdmin("admin", ScriptedServer.PASSWORD);

    private static final List<Bad> OF_ANY = List.of(
            new Bad(
                    Fault.status(307).header("Location", "https://elsewhere.example/" + MARKER),
                    RedirectException.class),
            // What the fake refuses ends with its status, however large the page is.
            new Bad(Fault.oversize(20L * MEBIBYTE), ApiException.class),
            new Bad(Fault.truncated(), TransportException.class));

    private static final List<Bad> OF_VALUES = List.of(
            new Bad(Fault.html(200), MalformedResponseException.class),
            new Bad(Fault.status(200).body("application/json", ""), MalformedResponseException.class),
            new Bad(Fault.status(200).body("application/json", "\u0001garbage"), MalformedResponseException.class),
            new Bad(Fault.status(200).json("{\"id\": \"" + MARKER), MalformedResponseException.class),
            new Bad(Fault.status(200).json("7"), MalformedResponseException.class));

    private static final Map<String, Function<ConnectwareClient, ApiCall<?>>> VALUES = Map.ofEntries(
            Map.entry("session", client -> client.auth().session()),
            Map.entry("users.create", client -> client.users().create(UserCases.newUser())),
            Map.entry(
                    "users.list", client -> client.users().list(UserQuery.all()).page(1)),
            Map.entry("users.createBatch", client -> client.users().createBatch(List.of(UserCases.newUser()))),
            Map.entry("users.get", client -> client.users().get("1")),
            Map.entry(
                    "users.update",
                    client -> client.users()
                            .update(
                                    "1",
                                    UserUpdate.builder()
                                            .password(ScriptedServer.PASSWORD)
                                            .build())),
            Map.entry("users.listTokens", client -> client.users().listTokens("1")),
            Map.entry(
                    "roles.create",
                    client -> client.roles().create(NewRole.builder("operators").build())),
            Map.entry("roles.list", client -> client.roles().list()),
            Map.entry(
                    "roles.page", client -> client.roles().page(RoleQuery.all()).page(1)),
            Map.entry("roles.listPermissions", client -> client.roles().listPermissions("1")),
            Map.entry("roles.getPermission", client -> client.roles().getPermission("1", "2")),
            Map.entry(
                    "permissions.page",
                    client -> client.permissions().page(PermissionQuery.all()).page(1)),
            Map.entry("permissions.listIds", client -> client.permissions().listIds()));

    private static final Map<String, Function<ConnectwareClient, ApiCall<?>>> SILENT = Map.of(
            "users.changePassword",
            client -> client.users().changePassword("old", ScriptedServer.PASSWORD),
            "users.deleteAllTokens",
            client -> client.users().deleteAllTokens("1"),
            "users.addRole",
            client -> client.users().addRole("1", "2"),
            "roles.updatePermission",
            client -> client.roles()
                    .updatePermission(
                            "1", "2", PermissionUpdate.builder().resource("a").build()));

    @TestFactory
    Stream<DynamicTest> eachOperationNamesWhatIsWrong() {
        return Stream.of(tests(VALUES, OF_ANY), tests(VALUES, OF_VALUES), tests(SILENT, OF_ANY))
                .flatMap(Function.identity());
    }

    private static Stream<DynamicTest> tests(
            Map<String, Function<ConnectwareClient, ApiCall<?>>> operations, List<Bad> answers) {
        return operations.entrySet().stream()
                .flatMap(operation -> answers.stream()
                        .map(bad -> dynamicTest(
                                operation.getKey() + ": " + bad.fault(),
                                () -> requireFailure(operation.getValue(), bad))));
    }

    private static void requireFailure(Function<ConnectwareClient, ApiCall<?>> operation, Bad bad) {
        FAKE.clearTraces();
        try (ConnectwareClient client = ConnectwareClient.builder()
                .baseUrl(FAKE.baseUrl())
                .credentials("admin", ScriptedServer.PASSWORD)
                .build()) {
            client.session().login().execute();
            FAKE.faults().always(bad.fault());

            ApiException e = assertThrows(
                    bad.expected(),
                    () -> operation.apply(client).withoutRetries().execute());

            assertThat(e.toString()).doesNotContain(MARKER);
            assertThat(e.getMessage()).startsWith(e.method() + " " + e.path() + ": ");
        }
    }

    private record Bad(Fault fault, Class<? extends ApiException> expected) {}
}
