package dev.latchkey.fake.webitel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.fake.Client.Answer;
import dev.latchkey.fake.FakeResponse;
import dev.latchkey.fake.Tested;
import dev.latchkey.fake.internal.Json;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The refusals in the vendor's documented words, and those for which there is one wording only. */
class RefusalsTest {
    private static final String USER = "100@mydomain.com";

    @Tested
    final FakeWebitel fake = FakeWebitel.withUser(USER, "secret");

    private final WebitelCaller caller = new WebitelCaller(fake);

    @ParameterizedTest
    @CsvSource({
        "'', secret, 400, User name is required",
        "100@mydomain.com, wrong, 401, Invalid credentials",
        "100@mydomain.com, '', 401, Invalid credentials",
        "200@mydomain.com, secret, 404, User not found",
    })
    void aLoginIsRefusedInTheDocumentedWords(String username, String password, int status, String info)
            throws Exception {
        requireInfo(caller.logIn(username, password), status, info);
        assertThat(fake.liveSessions()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "DOCUMENTED, 400, User name is required",
        "OBSERVED, 401, Invalid credentials",
    })
    void aFormIsNoLogin(WebitelAnswers answers, int status, String text) throws Exception {
        fake.settings().answers(answers);

        Answer answer = caller.logInWithForm(USER, "secret");

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.members()).containsValue(text);
    }

    @ParameterizedTest
    @CsvSource({"'{\"username\":'", "7", "nonsense"})
    void badJsonIsRefused(String json) throws Exception {
        requireInfo(caller.logInWithText(json), 400, "Unexpected token in JSON");
    }

    @Test
    void anEmptyBodyAndAListHaveNoUserName() throws Exception {
        requireInfo(caller.logInWithText(""), 400, "User name is required");
        requireInfo(caller.logInWithText("[]"), 400, "User name is required");
    }

    @Test
    void anUnknownUserIsAFreeTextOfARealServer() throws Exception {
        fake.settings().answers(WebitelAnswers.OBSERVED);

        requireInfo(caller.logIn("200@mydomain.com", "secret"), 401, "-ERR: [200@mydomain.com] not found!\n");
    }

    @Test
    void aLogoutNeedsThePair() throws Exception {
        TokenPair pair = fake.logIn(USER);

        requireInfo(caller.logOut(), 401, "Bad caller");
        requireInfo(caller.logOut("X-Access-Token", pair.token()), 401, "Bad caller");
        requireInfo(caller.logOut("X-Access-Token", pair.token(), "X-Key", "another"), 401, "Bad caller");
        requireInfo(caller.logOut("X-Access-Token", "another", "X-Key", pair.key()), 401, "Bad caller");
        assertThat(fake.liveSessions()).isOne();
        assertThat(caller.logOut(pair).members()).isEqualTo(Json.object("status", "OK", "info", "Successful logout."));
        requireInfo(caller.logOut(pair), 401, "Bad caller");
    }

    @Test
    void anExpiredPairIsLoggedOutLikeAnyOther() throws Exception {
        TokenPair pair = fake.logIn(USER);
        fake.clock().advance(Duration.ofDays(101));

        assertThat(caller.logOut(pair).status()).isEqualTo(200);
    }

    @Test
    void aTokenWithAnotherKeyIsRefused() throws Exception {
        TokenPair pair = fake.logIn(USER);

        requireInfo(caller.whoami("X-Access-Token", pair.token(), "X-Key", "another"), 401, "Invalid User");
        requireInfo(caller.whoami("X-Access-Token", pair.token()), 401, "Invalid Token or Key");
        requireInfo(caller.whoami("X-Key", pair.key()), 401, "Invalid token");
        requireInfo(caller.whoami("X-Access-Token", "garbage", "X-Key", pair.key()), 401, "Invalid token");
        requireInfo(caller.whoami("X-Access-Token", "gar.ba.ge"), 401, "Invalid token");
    }

    @ParameterizedTest
    @CsvSource({"false, 401", "true, 400"})
    void anExpiredTokenIsRefused(boolean asIn2016, int status) throws Exception {
        fake.settings().expiredIsBadRequest(asIn2016).tokenLifetime(Duration.ofDays(7));
        fake.clock().freeze();
        TokenPair pair = fake.logIn(USER);

        fake.clock().advance(Duration.ofDays(7).minusMillis(2));
        assertThat(caller.whoami(pair).status()).isEqualTo(200);
        fake.clock().advance(Duration.ofMillis(2));

        requireInfo(caller.whoami(pair), status, "Token Expired");
        assertThat(fake.isAlive(pair.token(), pair.key())).isFalse();
    }

    @Test
    void thePairOfARemovedUserIsRefused() throws Exception {
        TokenPair pair = fake.logIn(USER);

        fake.removeUser(USER);

        requireInfo(caller.whoami(pair), 401, "Invalid User");
        fake.addUser(FakeUser.builder(USER, "secret").build());
        requireInfo(caller.whoami(pair), 401, "Invalid User");
    }

    @Test
    void aRightThatTheUserLacksIsForbidden() throws Exception {
        fake.handleAuthorized("GET", "/api/v2/cdr", "cdr", "r", request -> FakeResponse.json(200, "recordings"));
        fake.addUser(FakeUser.builder("200@mydomain.com", "secret")
                .right("cdr", "u", "r")
                .build());
        fake.addUser(FakeUser.builder("root", "secret").build());

        requireInfo(as(fake.logIn(USER), "/api/v2/cdr"), 403, "Permission denied!");
        assertThat(as(fake.logIn("200@mydomain.com"), "/api/v2/cdr").status()).isEqualTo(200);
        assertThat(as(fake.logIn("root"), "/api/v2/cdr").status()).isEqualTo(200);
        requireInfo(caller.get("/api/v2/cdr"), 401, "Invalid token");
    }

    @Test
    void whatDoesNotExistIsNotFound() throws Exception {
        requireInfo(caller.get("/api/v2/nothing?access_token=x"), 404, "/api/v2/nothing not found.");
        requireInfo(caller.get("/login"), 404, "/login not found.");
    }

    private Answer as(TokenPair pair, String path) throws Exception {
        return caller.get(path, "X-Access-Token", pair.token(), "X-Key", pair.key());
    }

    private static void requireInfo(Answer answer, int status, String info) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.members()).isEqualTo(Json.object("status", "error", "info", info));
    }
}
