package dev.latchkey.fake.webitel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.fake.Client.Answer;
import dev.latchkey.fake.Fingerprint;
import dev.latchkey.fake.Tested;
import dev.latchkey.fake.internal.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sessions, one-time passwords, domain tokens, and what a test does to them. */
class StateTest {
    private static final String USER = "100@mydomain.com";

    @Tested
    final FakeWebitel fake = FakeWebitel.withUser(USER, "secret");

    private final WebitelCaller caller = new WebitelCaller(fake);

    @Test
    void theDocumentedAnswerHasTheDocumentedMembers() throws Exception {
        fake.addUser(FakeUser.builder("root", "secret").build());

        Answer login = caller.logIn("root", "secret");

        assertThat(login.members().keySet())
                .containsExactly("key", "username", "expires", "token", "role", "roleName", "acl", "cdr");
        assertThat(login.members()).containsEntry("role", 2L).containsEntry("roleName", "root");
        assertThat(Json.asObject(login.members().get("acl"))).hasSize(27).containsEntry("outbound/list", List.of("*"));
        assertThat(Json.asObject(login.members().get("cdr"))).containsEntry("useProxy", "true");
    }

    @Test
    void eachLoginMakesAPairAndKeepsThoseBefore() throws Exception {
        Answer first = caller.logIn(USER, "secret");
        Answer second = caller.logIn(USER, "secret");

        assertThat(first.text("key")).isNotEqualTo(second.text("key"));
        assertThat(fake.liveSessions()).isEqualTo(2);
        assertThat(fake.isAlive(first.text("token"), first.text("key"))).isTrue();
        assertThat(fake.isAlive(second.text("token"), first.text("key")))
                .isEqualTo(first.text("token").equals(second.text("token")));
        fake.clock().advance(Duration.ofDays(100));
        assertThat(fake.liveSessions()).isZero();
    }

    @Test
    void theTokenIsSignedAndTellsMilliseconds() throws Exception {
        fake.settings().tokenSecret("a secret of the test's");
        Answer login = caller.logIn(USER, "secret");
        String[] parts = login.text("token").split("\\.", -1);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("a secret of the test's".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        byte[] signature = mac.doFinal((parts[0] + "." + parts[1]).getBytes(StandardCharsets.UTF_8));

        assertThat(Base64.getUrlDecoder().decode(parts[2])).isEqualTo(signature);
        assertThat(decoded(parts[0])).isEqualTo(Json.object("typ", "JWT", "alg", "HS256"));
        assertThat(decoded(parts[1]))
                .isEqualTo(Json.object(
                        "exp",
                        login.members().get("expires"),
                        "acl",
                        Json.object("cdr", List.of("ro"), "cdr/files", List.of("ro"))));
    }

    @ParameterizedTest
    @EnumSource(WebitelAnswers.class)
    void aOneTimePasswordIsAskedForAndChecked(WebitelAnswers answers) throws Exception {
        AtomicInteger code = new AtomicInteger(111111);
        fake.settings().answers(answers);
        fake.addUser(FakeUser.builder("root", "secret")
                .oneTimePassword(() -> Integer.toString(code.get()))
                .build());

        Answer wanted = caller.logIn("root", "secret");
        Answer wrong = caller.logInWithCode("root", "secret", "222222");
        Answer blank = caller.logInWithCode("root", "secret", "");

        assertThat(wanted.status()).isEqualTo(301);
        assertThat(wanted.header("Location")).isNull();
        assertThat(wanted.text("info")).isEqualTo("Set security code");
        assertThat(blank.status()).isEqualTo(301);
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.text("info")).isEqualTo("code incorrect");
        assertThat(caller.logInWithCode("root", "secret", "111111").status()).isEqualTo(200);
        assertThat(caller.logInWithCode("root", "wrong", "111111").status()).isEqualTo(401);
        code.set(222222);
        assertThat(caller.logInWithCode("root", "secret", "111111").status()).isEqualTo(401);
        assertThat(fake.journal().toString()).doesNotContain("111111");
    }

    @Test
    void theNameThatALoginTellsMayBeAnother() throws Exception {
        fake.addUser(FakeUser.builder(USER, "secret")
                .answeredName("root")
                .role(1, "admin")
                .build());

        Answer login = caller.logIn(USER, "secret");

        assertThat(login.text("username")).isEqualTo("root");
        assertThat(login.members()).containsEntry("role", 1L).containsEntry("roleName", "admin");
        assertThat(Json.asObject(login.members().get("acl")))
                .containsEntry("cdr", List.of("*", "ro"))
                .containsEntry("acl/roles", List.of("r"))
                .doesNotContainKey("license");
    }

    @Test
    void aDomainTokenGoesAloneAndEndsWhenItIsDisabled() throws Exception {
        DomainToken token = fake.createDomainToken("mydomain.com");
        fake.clock().advance(Duration.ofDays(364));

        Answer answer = caller.whoami("X-Access-Token", token.token());

        assertThat(answer.text("id")).isEqualTo(token.id() + "@mydomain.com");
        assertThat(answer.members()).doesNotContainKey("expires");
        assertThat(caller.whoami("X-Access-Token", token.token(), "X-Key", "any")
                        .status())
                .isEqualTo(200);
        fake.endSessions();
        assertThat(caller.whoami("X-Access-Token", token.token()).status()).isEqualTo(200);
        fake.disableDomainToken(token.token());
        assertThat(caller.whoami("X-Access-Token", token.token()).text("info")).isEqualTo("Not found token");
        assertThatThrownBy(() -> fake.disableDomainToken("LEAK7Q4Z"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("LEAK7Q4Z");
        assertThatThrownBy(() -> fake.createDomainToken(" ")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDomainTokenExpiresAndTellsItInMilliseconds() throws Exception {
        fake.clock().freeze();
        Instant end = fake.clock().instant().plusSeconds(60).truncatedTo(ChronoUnit.MILLIS);
        DomainToken token = fake.createDomainToken("mydomain.com", end);

        assertThat(decoded(token.token().split("\\.", -1)[1]))
                .isEqualTo(Json.object(
                        "id", token.id(), "exp", end.toEpochMilli(), "d", "mydomain.com", "t", "domain", "v", 2L));
        fake.clock().advance(Duration.ofSeconds(61));
        assertThat(caller.whoami("X-Access-Token", token.token()).text("info")).isEqualTo("Token Expired");
        assertThatThrownBy(() -> fake.createDomainToken("mydomain.com", end))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("yet to come");
    }

    @Test
    void aDomainTokenWhoseEndIsTheTextOfADateNeverEnds() throws Exception {
        DomainToken token = fake.createDomainToken("mydomain.com", Instant.MAX);

        fake.clock().advance(Duration.ofDays(200_000));

        assertThat(caller.whoami("X-Access-Token", token.token()).status()).isEqualTo(200);
        assertThat(decoded(token.token().split("\\.", -1)[1]))
                .isEqualTo(Json.object(
                        "id", token.id(), "exp", Instant.MAX.toString(), "d", "mydomain.com", "t", "domain", "v", 2L));
        assertThat(token.expires()).isEqualTo(Instant.MAX);
    }

    @Test
    void aPairMayComeInTheQueryOrTheBody() throws Exception {
        TokenPair pair = fake.logIn(USER);
        fake.handleAuthorized("POST", "/api/v2/echo", request -> dev.latchkey.fake.FakeResponse.json(200, List.of()));
        String query = "?access_token=" + pair.token() + "&x_key=" + pair.key();
        String body = Json.text(Json.object("access_token", pair.token(), "x_key", pair.key()));

        assertThat(caller.get("/api/v2/whoami" + query).status()).isEqualTo(200);
        assertThat(caller.get(
                                "/api/v2/whoami?access_token=&x_key=",
                                "X-Access-Token",
                                pair.token(),
                                "X-Key",
                                pair.key())
                        .status())
                .isEqualTo(200);
        assertThat(caller.post("/api/v2/echo", body).status()).isEqualTo(200);
        assertThat(caller.post("/api/v2/echo", "{", "X-Access-Token", pair.token(), "X-Key", pair.key())
                        .status())
                .isEqualTo(200);
        assertThat(fake.journal().toString()).doesNotContain(pair.token(), pair.key());
        assertThat(fake.journal().requests().get(0).fingerprint("x_key")).isEqualTo(Fingerprint.of(pair.key()));
    }

    @Test
    void sessionsEndWhereTheTestSaysSo() throws Exception {
        fake.addUser(FakeUser.builder("200@mydomain.com", "secret").build());
        TokenPair one = fake.logIn(USER);
        TokenPair other = fake.logIn("200@mydomain.com");

        fake.endSessions(USER);
        assertThat(fake.liveSessions(USER)).isZero();
        assertThat(fake.isAlive(other.token(), other.key())).isTrue();
        assertThat(caller.whoami(one).status()).isEqualTo(401);

        fake.logIn(USER);
        fake.endSessions().changePassword(USER, "another");
        assertThat(fake.liveSessions()).isZero();
        assertThat(caller.logIn(USER, "secret").status()).isEqualTo(401);
        assertThat(caller.logIn(USER, "another").status()).isEqualTo(200);

        fake.reset();
        assertThat(fake.liveSessions()).isZero();
        assertThat(caller.logIn(USER, "secret").status()).isEqualTo(200);
        assertThat(caller.logIn("200@mydomain.com", "secret").status()).isEqualTo(404);
    }

    @Test
    void anotherPasswordOrRoleEndsTheSessionsOfTheUser() throws Exception {
        fake.addUser(FakeUser.builder("200@mydomain.com", "secret").build());
        TokenPair other = fake.logIn("200@mydomain.com");
        TokenPair before = fake.logIn(USER);
        fake.changePassword(USER, "another");

        Answer refused = caller.whoami(before);
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.text("info")).isEqualTo("Invalid User");

        TokenPair withNewPassword = fake.logIn(USER);
        fake.addUser(FakeUser.builder(USER, "another").right("cdr", "r").build());
        assertThat(caller.whoami(withNewPassword).status()).isEqualTo(200);
        fake.addUser(FakeUser.builder(USER, "another").role(1, "admin").build());
        assertThat(caller.whoami(withNewPassword).status()).isEqualTo(401);
        assertThat(caller.whoami(other).status()).isEqualTo(200);
    }

    @Test
    void theControlEndpointsEndSessionsAndMakeDomainTokens() throws Exception {
        fake.serveControlEndpoints();
        fake.logIn(USER);

        assertThat(caller.control("GET", "sessions", null).members()).containsEntry("live", 1L);
        assertThat(caller.control("POST", "end-sessions", "").status()).isEqualTo(200);
        assertThat(caller.control("GET", "sessions", null).members()).containsEntry("live", 0L);
        Answer made = caller.control("POST", "domain-tokens", "{\"domain\":\"mydomain.com\",\"seconds\":60}");
        assertThat((Long) made.members().get("expires"))
                .isLessThan(fake.clock().instant().plusSeconds(61).toEpochMilli());
        String token = caller.control("POST", "domain-tokens", "{\"domain\":\"mydomain.com\"}")
                .text("token");
        assertThat(caller.whoami("X-Access-Token", token).status()).isEqualTo(200);
        String body = Json.text(Json.object("token", token));
        assertThat(caller.control("POST", "domain-tokens/disable", body).status())
                .isEqualTo(200);
        assertThat(caller.whoami("X-Access-Token", token).status()).isEqualTo(401);
        assertThat(caller.control("POST", "domain-tokens", "{}").status()).isEqualTo(400);
    }

    @Test
    void everySecretHasTheMarkerAndNothingShowsIt() {
        fake.settings().secretMarker("MARK");
        TokenPair pair = fake.logIn(USER);
        DomainToken token = fake.createDomainToken("mydomain.com");

        assertThat(pair.token()).contains("MARK");
        assertThat(pair.key()).contains("MARK").isNotEqualTo(fake.logIn(USER).key());
        assertThat(token.token()).contains("MARK");
        assertThat(pair + " " + token + " " + fake
                        + FakeUser.builder(USER, "MARK").build())
                .doesNotContain("MARK");
    }

    private static Object decoded(String part) {
        return Json.parse(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
    }
}
