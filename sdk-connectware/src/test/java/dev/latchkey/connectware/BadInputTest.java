package dev.latchkey.connectware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.json.JsonCodec;
import dev.latchkey.leakcheck.SecretLeaks;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is refused before a byte is sent. */
class BadInputTest {
    private static final Permission PERMISSION = UserCases.permission();

    @TestFactory
    Stream<DynamicTest> callsAreRefusedBeforeAnythingIsSent() {
        Map<String, Consumer<ConnectwareClient>> calls = Map.ofEntries(
                Map.entry(
                        "a name of two letters", client -> NewUser.builder("ab").build()),
                Map.entry("no name", client -> NewUser.builder(" ").build()),
                Map.entry(
                        "a blank password",
                        client -> NewUser.withPassword("jane", " ").build()),
                Map.entry(
                        "no way to log in",
                        client -> NewUser.builder("jane").password("4Z4Z").build()),
                Map.entry(
                        "another name of two",
                        client -> UserUpdate.builder().username("ab").build()),
                Map.entry(
                        "another blank password",
                        client -> UserUpdate.builder().password(" ").build()),
                Map.entry("no user", client -> client.users().create(null)),
                Map.entry("no users", client -> client.users().createBatch(List.of())),
                Map.entry("user \"\"", client -> client.users().get("")),
                Map.entry("user ..", client -> client.users().get("..")),
                Map.entry("user null", client -> client.users().deleteAllTokens(null)),
                Map.entry("no fingerprint", client -> client.users().addCertificate("1", " ")),
                Map.entry("no role to add", client -> client.users().addRole("1", "")),
                Map.entry("no role to remove", client -> client.users().removeRole("1", null)),
                Map.entry("no current password", client -> client.users().changePassword("", "new-password")),
                Map.entry(
                        "a new password that is blank", client -> client.users().changePassword("4Z4Z", " ")),
                Map.entry(
                        "user change-password",
                        client -> client.users()
                                .update("change-password", UserUpdate.builder().build())),
                Map.entry("user Batch", client -> client.users().get("Batch")),
                Map.entry("role page", client -> client.roles().get("page")),
                Map.entry("both codes, one blank", client -> client.mfa().disable(MfaCode.both("4Z4Z", " "))),
                Map.entry("no change", client -> client.users().update("1", null)),
                Map.entry(
                        "no rows", client -> UserQuery.builder().rowsPerPage(0).build()),
                Map.entry(
                        "101 rows",
                        client -> UserQuery.builder().rowsPerPage(101).build()),
                Map.entry(
                        "no rows of roles",
                        client -> RoleQuery.builder().rowsPerPage(0).build()),
                Map.entry("a blank id", client -> PermissionQuery.builder().id("")),
                Map.entry(
                        "page 0", client -> client.users().list(UserQuery.all()).page(0)),
                Map.entry("no query", client -> client.permissions().page(null)),
                Map.entry("a role without a name", client -> NewRole.builder("").build()),
                Map.entry("a role's blank name", client -> client.roles().list(" ")),
                Map.entry(
                        "a resource that is blank",
                        client -> Permission.of(" ", PermissionOperation.READ, PermissionContext.MQTT)),
                Map.entry(
                        "a permission without context",
                        client -> client.roles()
                                .addPermission("1", new Permission(null, "a", PermissionOperation.READ, null))),
                Map.entry("role null", client -> client.roles().addPermission(null, PERMISSION)),
                Map.entry("permission \"\"", client -> client.roles().getPermission("1", "")));
        return calls.entrySet().stream().map(call -> dynamicTest(call.getKey(), () -> requireRefused(call.getValue())));
    }

    @Test
    void whatOnlyTheServerKnowsIsLeftToIt() {
        assertThat(NewUser.withPassword("jane", "four").build().identityProvider())
                .isEqualTo(IdentityProvider.LOCAL);
        assertThat(UserUpdate.builder().password("1").build().password()).isEqualTo("1");
        assertThat(RoleQuery.builder().rowsPerPage(5000).build().rowsPerPage()).isEqualTo(5000);
        assertThat(PermissionQuery.builder().rowsPerPage(101).build().rowsPerPage())
                .isEqualTo(101);
    }

    @Test
    void onlyWhatWasSetIsSent() {
        NewUser user = NewUser.builder("jane").grant(GrantMethod.CERTIFICATE).build();

        assertThat(JsonCodec.encode(NewUser.JSON, user).utf8())
                .isEqualTo("{\"username\":\"jane\",\"grantTypes\":[{\"method\":\"certificate\",\"isRequired\":true}]}");
    }

    @Test
    void oneTokenIsNotDeletedUntilItIsKnownHowToNameIt() throws Exception {
        try (ScriptedServer server = new ScriptedServer(request -> ScriptedServer.status(200));
                ConnectwareClient client = server.client().build()) {
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> client.users().deleteToken("1", "aa:bb"))
                    .withMessageContaining("deletes all tokens of the user")
                    .withMessageContaining("tokenIdParameter(…)");
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void noTokenAtAllIsNotAllTokens() throws Exception {
        try (ScriptedServer server = new ScriptedServer(request -> ScriptedServer.status(200));
                ConnectwareClient client =
                        server.client().tokenIdParameter("tokenId").build()) {
            for (String blank : new String[] {null, "", " "}) {
                assertThatExceptionOfType(InvalidInputException.class)
                        .isThrownBy(() -> client.users().deleteToken("1", blank));
            }
            client.users().deleteToken("1", "a&b").execute();
            assertThat(server.requests()).hasSize(1);
            assertThat(server.requests().get(0).getTarget()).isEqualTo("/api/users/1/tokens?tokenId=a%26b");
        }
    }

    @Test
    void optionsAreChecked() {
        for (Duration lifetime :
                List.of(Duration.ZERO, Duration.ofMinutes(90), Duration.ofHours(-1), Duration.ofDays(1 << 30))) {
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> ConnectwareClient.builder().tokenLifetime(lifetime));
        }
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> ConnectwareClient.builder().tokenLabel(" "));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> ConnectwareClient.builder().tokenIdParameter(""));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> ConnectwareClient.builder().parameterName(QueryParameter.USERNAME, ""));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> ConnectwareClient.builder()
                        .credentials("jane", ScriptedServer.PASSWORD)
                        .build()
                        .close())
                .withMessageContaining("base URL");
    }

    private static void requireRefused(Consumer<ConnectwareClient> call) throws Exception {
        try (ScriptedServer server = new ScriptedServer(request -> ScriptedServer.status(200));
                ConnectwareClient client = server.client().build()) {
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> call.accept(client))
                    .satisfies(e -> assertThat(e.toString()).doesNotContain("4Z4Z", SecretLeaks.MARKER));
            assertThat(server.requests()).isEmpty();
            assertThat(server.logins()).isZero();
        }
    }
}
