package dev.latchkey.fake.connectware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.fake.Client;
import dev.latchkey.fake.Client.Answer;
import dev.latchkey.fake.FakeResponse;
import dev.latchkey.fake.Tested;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a test does to the fake's state, in Java and by the control endpoints. */
class StateTest {
    private static final String MARKER = "LEAK7Q4Z";

    @Tested
    final FakeConnectware fake = FakeConnectware.withAdmin("admin", "secret");

    private final Client client = new Client(fake);

    @BeforeEach
    void addJane() {
        fake.serveControlEndpoints();
        fake.users().add(FakeUser.builder("jane").password("her-password").build());
    }

    @Test
    void theTokensOfOneUserMayBeRevoked() {
        IssuedToken admin = fake.logIn("admin");
        IssuedToken jane = fake.logIn("jane");

        fake.revokeTokens("jane");
        assertThat(fake.isTokenAlive(jane.token())).isFalse();
        assertThat(fake.isTokenAlive(admin.token())).isTrue();
        assertThat(fake.liveSessions()).isEqualTo(1);

        fake.revokeTokens();
        assertThat(fake.isTokenAlive(admin.token())).isFalse();
        assertThat(fake.liveSessions()).isZero();
    }

    @Test
    void aChangedPasswordIsTheOneThatLogsIn() throws Exception {
        fake.users().changePassword("jane", "another");

        assertThat(Api.guest(fake)
                        .logIn("username", "jane", "password", "her-password")
                        .status())
                .isEqualTo(401);
        assertThat(Api.guest(fake)
                        .logIn("username", "jane", "password", "another")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whatCannotBeDoneIsAnIllegalArgument() {
        assertThatThrownBy(() -> fake.users().add(FakeUser.builder("jane").build()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A user with this name exists");
        assertThatThrownBy(() ->
                        fake.users().add(FakeUser.builder("joe").role("none").build()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no role with this id");
        assertThatThrownBy(() -> fake.addRole(FakeRole.of("connectware-admin")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> fake.logIn("joe"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no user joe; there are [admin, jane]");
        assertThatThrownBy(() -> FakeUser.builder(" ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FakeUser.builder("joe").mfa("no base 32"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> fake.settings().secretMarker("a b")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void idsMayBeChosen() {
        fake.addRole(FakeRole.of("operators").withId("role-1"));
        fake.users().add(FakeUser.builder("joe").id("user-1").role("role-1").build());

        assertThat(fake.users().id("joe")).isEqualTo("user-1");
        assertThatThrownBy(() ->
                        fake.users().add(FakeUser.builder("jim").id("user-1").build()))
                .hasMessage("A user with this id exists");
        assertThatThrownBy(() -> fake.addRole(FakeRole.of("other").withId("role-1")))
                .hasMessage("A role with this id exists");
    }

    @Test
    void anEndpointOfTheVendorsMayBeAdded() throws Exception {
        fake.handleAuthorized("GET", "/api/users/ids", request -> FakeResponse.json(200, List.of("1")));

        assertThat(client.get("/api/users/ids").status()).isEqualTo(401);
        assertThat(Api.of(fake, "jane").get("/api/users/ids").body()).isEqualTo("[\"1\"]");
    }

    @Test
    void clearingTheTracesKeepsTheStateAndResettingTakesItBack() {
        String token = fake.logIn("admin").token();
        fake.settings().saneShapes(true).tokenIdParameter("id").emptyAnswerStatus(204);
        fake.clock().advance(Duration.ofHours(13));

        fake.clearTraces();
        assertThat(fake.isTokenAlive(token)).isTrue();
        assertThat(fake.users().names()).containsExactly("admin", "jane");

        fake.reset();
        assertThat(fake.isTokenAlive(token)).isFalse();
        assertThat(fake.users().names()).containsExactly("admin");
        assertThat(fake.settings().saneShapes()).isFalse();
        assertThat(fake.settings().tokenIdParameter()).isEqualTo("tokenId");
        assertThat(fake.settings().emptyAnswerStatus()).isEqualTo(200);
    }

    @Test
    void aBackupOfATimeThatWasPutBackDoesNotRunAnyMore() {
        fake.clock().advance(Duration.ofHours(1));
        fake.database().startBackup();

        fake.clearTraces();

        assertThat(fake.database().isRunning()).isFalse();
    }

    @Test
    void everySecretThatIsIssuedContainsTheMarker() throws Exception {
        fake.settings().secretMarker(MARKER);
        Answer enabled = Api.of(fake, "jane").post("/api/mfa/enable", null);
        List<String> backupCodes = fake.enrolForMfa("jane");

        assertThat(fake.logIn("admin").token()).contains(MARKER);
        assertThat(enabled.text("uri")).contains("secret=" + MARKER);
        assertThat(backupCodes).allMatch(code -> code.contains(MARKER)).doesNotHaveDuplicates();
        assertThat(Api.guest(fake)
                        .logIn("username", "jane", "password", "her-password")
                        .text("secret"))
                .contains(MARKER);
    }

    @Test
    void aMarkerThatBase32CannotSpellIsLeftOutOfTheKey() throws Exception {
        fake.settings().secretMarker("marker1");

        String key =
                Api.of(fake, "jane").post("/api/mfa/enable", null).text("uri").replaceAll(".*secret=([^&]+).*", "$1");

        assertThat(key).matches("[A-Z2-7]{32}");
        fake.settings().secretMarker("A".repeat(61));
        assertThat(Api.of(fake, "admin").post("/api/mfa/enable", null).text("uri"))
                .matches(".*secret=A{61}[A-Z2-7]{11}&.*");
    }

    @Test
    void noSecretIsInTheJournalOrInAnyText() throws Exception {
        fake.settings().secretMarker(MARKER);
        fake.users()
                .add(FakeUser.builder("joe")
                        .password("pass" + MARKER)
                        .mfa("LEAK7Q4Z", MARKER)
                        .build());
        Api guest = Api.guest(fake);
        Answer first = guest.logIn("username", "joe", "password", "pass" + MARKER);
        guest.post(
                "/api/mfa/login", Map.of("username", "joe", "secret", first.text("secret"), "backupCode", "LEAK7Q4Z"));
        IssuedToken token = fake.logIn("joe");
        client.get("/api/session?apiToken=" + token.token());
        guest.with(token.token()).put("/api/users/change-password", Map.of("password", MARKER, "newPassword", MARKER));

        assertThat(fake.journal().requests()).hasSize(4);
        assertThat(fake.journal().requests().toString()).doesNotContain(MARKER);
        assertThat(client.control("GET", "journal", null).body()).doesNotContain(MARKER);
        assertThat(token.toString()).doesNotContain(MARKER);
        assertThat(FakeUser.builder("joe").password(MARKER).mfa(MARKER, MARKER).build())
                .hasToString("FakeUser[joe, null]");
    }

    @Test
    void theControlEndpointsRevokeTokens() throws Exception {
        String token = fake.logIn("admin").token();

        assertThat(client.control("POST", "revoke-access-tokens", "").status()).isEqualTo(200);

        assertThat(fake.isTokenAlive(token)).isFalse();
        assertThat(client.control("POST", "end-sessions", "").status()).isEqualTo(200);
        assertThat(client.control("POST", "unknown", "").status()).isEqualTo(404);
    }

    @Test
    void theControlEndpointsGiveCodes() throws Exception {
        List<String> codes = fake.enrolForMfa("jane");
        fake.clock().freeze();

        assertThat(client.control("GET", "one-time-password?username=jane", null)
                        .text("otp"))
                .isEqualTo(fake.oneTimePassword("jane"));
        assertThat(client.control("GET", "backup-codes?username=jane", null).members())
                .containsEntry("backupCodes", codes);
        assertThat(client.control("GET", "one-time-password?username=admin", null)
                        .text("message"))
                .contains("enable MFA");
        assertThat(client.control("GET", "one-time-password", null).status()).isEqualTo(400);
        assertThat(client.control("GET", "backup-codes?username=none", null).status())
                .isEqualTo(400);
    }
}
