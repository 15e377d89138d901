package dev.latchkey.fake.connectware;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.fake.Client;
import dev.latchkey.fake.Client.Answer;
import dev.latchkey.fake.Tested;
import dev.latchkey.fake.internal.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Logging in, and what a token is good for. */
class SessionTest {
    @Tested
    final FakeConnectware fake = FakeConnectware.withAdmin("admin", "secret");

    private final Client client = new Client(fake);
    private final Api guest = Api.guest(fake);

    @Test
    void aLoginGivesATokenForTwelveHours() throws Exception {
        fake.clock().freeze().set(Instant.parse("2026-11-22T05:00:00.189Z"));

        Answer login = guest.logIn("username", "admin", "password", "secret");

        assertThat(login.status()).isEqualTo(200);
        assertThat(login.members())
                .containsEntry("expiresAt", "2026-11-22T17:00:00.189Z")
                .containsEntry("needsMfa", false)
                .containsEntry("enforceMFAEnrollment", false)
                .doesNotContainKey("secret");
        Api admin = guest.with(login.text("token"));
        fake.clock().advance(Duration.ofHours(12).minusMillis(1));
        assertThat(admin.get("/api/session").status()).isEqualTo(200);
        fake.clock().advance(Duration.ofMillis(1));
        assertThat(admin.get("/api/session").status()).isEqualTo(401);
    }

    @Test
    void aLoginAsksForTheHoursAndNamesTheToken() throws Exception {
        fake.clock().freeze();

        Answer login = guest.logIn("username", "admin", "password", "secret", "expireTimeInHours", 1, "label", "ci");

        Api admin = guest.with(login.text("token"));
        Map<String, Object> listed = Api.objects(
                        admin.get("/api/users/" + fake.users().id("admin") + "/tokens")
                                .json())
                .get(0);
        assertThat(listed).containsEntry("label", "ci").containsEntry("expiresAt", login.text("expiresAt"));
        fake.clock().advance(Duration.ofHours(1));
        assertThat(admin.get("/api/session").status()).isEqualTo(401);
    }

    @Test
    void aShorterLifetimeIsOneOfTheSettings() {
        fake.clock().freeze();
        fake.settings().tokenLifetime(Duration.ofMillis(300));
        String token = fake.logIn("admin").token();

        assertThat(fake.isTokenAlive(token)).isTrue();
        assertThat(fake.liveSessions()).isEqualTo(1);
        fake.clock().advance(Duration.ofMillis(300));

        assertThat(fake.isTokenAlive(token)).isFalse();
        assertThat(fake.liveSessions()).isZero();
    }

    @Test
    void aSessionTellsWhoAndWhatAndUntilWhen() throws Exception {
        fake.users()
                .add(FakeUser.builder("jane")
                        .permission(new FakePermission("p1", "plant/#", "read", "mqtt"))
                        .enforceMfaEnrollment(true)
                        .build());
        IssuedToken token = fake.logIn("jane");

        Answer session = guest.with(token.token()).get("/api/session");

        assertThat(session.members())
                .containsEntry("username", "jane")
                .containsEntry("expiresAt", Views.date(token.expiresAt()))
                .containsEntry("mfa", Map.of("enabled", false, "enforced", true));
        assertThat(Api.objects(session.members().get("permissions")))
                .containsExactly(
                        Json.object("id", "p1", "resource", "plant/#", "operation", "read", "context", "mqtt"));
    }

    @ParameterizedTest
    @CsvSource({"admin, LEAK7Q4Z", "nobody, secret", "ADMIN, secret"})
    void wrongCredentialsAre401(String username, String password) throws Exception {
        Answer refused = guest.logIn("username", username, "password", password);

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.members().keySet()).containsExactly("code", "message");
        assertThat(refused.body()).doesNotContain("LEAK7Q4Z");
    }

    @Test
    void aUserLogsInByPasswordOnlyIfGrantedThat() throws Exception {
        fake.users()
                .add(FakeUser.builder("device")
                        .password("a-password")
                        .grant("certificate", true)
                        .build());

        assertThat(guest.logIn("username", "device", "password", "a-password").status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"password\":\"secret\"} | username is required",
                "{\"username\":\"admin\"} | password is required",
                "{\"username\":\"admin\",\"password\":7} | password has to be a string",
                "{\"username\":\"admin\",\"password\":\"secret\",\"expireTimeInHours\":0} | has to be 1 or more",
                "{\"username\":\"admin\",\"password\":\"secret\",\"expireTimeInHours\":\"1\"} | has to be an integer",
                "[] | the body has to be an object",
                "{ | the body is no JSON",
            })
    void aLoginThatLacksSomethingIs400(String body, String message) throws Exception {
        Answer refused = client.send(
                "POST", "/api/login", okhttp3.RequestBody.create(body, okhttp3.MediaType.get("application/json")));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("message")).contains(message);
    }

    @Test
    void aTokenIsTakenAsDocumentedAndAsTheServerReallyTakesIt() throws Exception {
        String token = fake.logIn("admin").token();
        String password = "Basic " + base64("admin:secret");

        assertThat(session("Authorization", "Bearer " + token)).isEqualTo(200);
        assertThat(session("Authorization", "bearer " + token)).isEqualTo(200);
        assertThat(session("Authorization", token)).isEqualTo(200);
        assertThat(session("Authorization", password)).isEqualTo(200);
        assertThat(client.get("/api/session?apiToken=" + token).status()).isEqualTo(200);
    }

    @Test
    void noneOrAWrongTokenIs401() throws Exception {
        fake.enrolForMfa("admin");

        assertThat(client.get("/api/session").status()).isEqualTo(401);
        assertThat(client.get("/api/session?apiToken=wrong").status()).isEqualTo(401);
        assertThat(session("Authorization", "Bearer LEAK7Q4Z")).isEqualTo(401);
        assertThat(session("Authorization", "Basic ???")).isEqualTo(401);
        assertThat(session("Authorization", "Basic " + base64("admin"))).isEqualTo(401);
        assertThat(session("Authorization", "Basic " + base64("admin:wrong"))).isEqualTo(401);
        assertThat(session("Authorization", "Basic " + base64("admin:secret")))
                .as("a password alone does not do where two factors are wanted")
                .isEqualTo(401);
    }

    @Test
    void theTokenOfARemovedUserIs401() throws Exception {
        fake.users().add(FakeUser.builder("jane").build());
        String token = fake.logIn("jane").token();

        fake.users().remove("jane");

        assertThat(guest.with(token).get("/api/session").status()).isEqualTo(401);
    }

    private int session(String... headers) throws Exception {
        return client.get("/api/session", headers).status();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
