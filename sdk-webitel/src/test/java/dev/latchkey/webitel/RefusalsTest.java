package dev.latchkey.webitel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.latchkey.core.ApiException;
import dev.latchkey.core.BadRequestException;
import dev.latchkey.core.ForbiddenException;
import dev.latchkey.core.MfaRequiredException;
import dev.latchkey.core.NotFoundException;
import dev.latchkey.core.ServerErrorException;
import dev.latchkey.core.SessionExpiredException;
import dev.latchkey.core.UnauthorizedException;
import dev.latchkey.core.auth.Tokens;
import dev.latchkey.fake.FakeResponse;
import dev.latchkey.fake.Fault;
import dev.latchkey.fake.junit.Fake;
import dev.latchkey.fake.webitel.DomainToken;
import dev.latchkey.fake.webitel.FakeUser;
import dev.latchkey.fake.webitel.FakeWebitel;
import dev.latchkey.fake.webitel.TokenPair;
import dev.latchkey.fake.webitel.WebitelAnswers;
import dev.latchkey.leakcheck.SecretLeaks;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every refusal of the server, met by the client. */
class RefusalsTest {
    private static final String WHOAMI = "/api/v2/whoami";

    @Fake
    final FakeWebitel fake = Marked.fake();

    private WebitelClient client;

    @BeforeEach
    void open() {
        client = Marked.client(fake).build();
    }

    @AfterEach
    void close() {
        client.close();
    }

    @ParameterizedTest
    @CsvSource({"DOCUMENTED, Invalid credentials", "OBSERVED, secret incorrect"})
    void aWrongPasswordIsUnauthorized(WebitelAnswers answers, String said) {
        fake.settings().answers(answers);

        requireFailure(
                UnauthorizedException.class,
                said,
                () -> client.auth().login(Marked.USER, "wrong").execute());
        assertThat(fake.journal().count("POST", "/login")).isOne();
    }

    @Test
    void anUnknownUserIsNotFoundWhereTheServerSaysWhatIsDocumented() {
        requireFailure(
                NotFoundException.class,
                "User not found",
                () -> client.auth().login("200@mydomain.com", Marked.PASSWORD).execute());
    }

    @Test
    void anUnknownUserIsAFreeTextOfARealServer() {
        fake.settings().answers(WebitelAnswers.OBSERVED);

        requireFailure(
                UnauthorizedException.class,
                "-ERR: [***] not found!",
                () -> client.auth().login("200@mydomain.com", Marked.PASSWORD).execute());
    }

    @ParameterizedTest
    @EnumSource(WebitelAnswers.class)
    void aLoginThatNeedsAOneTimePasswordSaysSo(WebitelAnswers answers) {
        fake.settings().answers(answers);
        fake.addUser(FakeUser.builder("root", Marked.PASSWORD)
                .oneTimePassword(Marked.CODE)
                .build());

        requireFailure(
                MfaRequiredException.class,
                "Set security code",
                () -> client.auth().login("root", Marked.PASSWORD).execute());
        requireFailure(
                UnauthorizedException.class,
                "code incorrect",
                () -> client.auth()
                        .login("root", Marked.PASSWORD, "000000" + SecretLeaks.MARKER)
                        .execute());
        LoginAnswer login =
                client.auth().login("root", Marked.PASSWORD, Marked.CODE).execute();
        assertThat(fake.isAlive(login.token(), login.key())).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"DOCUMENTED, Bad caller, Bad caller", "OBSERVED, Invalid credentials, Invalid credentials."})
    void aLogoutOfAnUnknownPairIsUnauthorized(WebitelAnswers answers, String withoutPair, String unknown) {
        fake.settings().answers(answers);
        TokenPair pair = fake.logIn(Marked.USER);

        client.auth().logout(pair.token(), pair.key()).execute();
        requireFailure(
                UnauthorizedException.class,
                unknown,
                () -> client.auth().logout(pair.token(), pair.key()).execute());
        requireFailure(
                UnauthorizedException.class,
                withoutPair,
                () -> client.request("POST", "/logout")
                        .anonymous()
                        .returningText()
                        .execute());
    }

    @Test
    void badJsonIsABadRequest() {
        requireFailure(
                BadRequestException.class,
                "Unexpected token in JSON",
                () -> client.request("POST", "/login")
                        .anonymous()
                        .json("{\"username\":")
                        .returningText()
                        .execute());
    }

    @ParameterizedTest
    @CsvSource({"DOCUMENTED, 400, User name is required", "OBSERVED, 401, Invalid credentials"})
    void aFormIsNoLogin(WebitelAnswers answers, int status, String said) {
        fake.settings().answers(answers);

        ApiException e = requireFailure(
                ApiException.class,
                said,
                () -> client.request("POST", "/login")
                        .anonymous()
                        .form("username", Marked.USER)
                        .returningText()
                        .execute());
        assertThat(e.status()).hasValue(status);
        assertThat(new WebitelTokens(null).rejects(e)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "login, 404, /login not found., false",
        "user name, 400, User name is required, true",
        "anything, 404, Not found user, true",
        "anything, 404, ' ', false",
    })
    void whetherALoginWasRefusedIsDecidedOnWordsThatAreNotMasked(
            String password, int status, String said, boolean refused) {
        fake.faults().next(Fault.status(status).json("{\"info\":\"" + said + "\"}"));

        ApiException e = assertThrows(
                ApiException.class,
                () -> client.request("POST", "/login")
                        .anonymous()
                        .form("username", Marked.USER)
                        .secretForm("password", password)
                        .returningText()
                        .execute());

        assertThat(new WebitelTokens(null).rejects(e)).isEqualTo(refused);
    }

    @Test
    void aCallWithoutTokenOrKeyIsUnauthorized() {
        TokenPair pair = fake.logIn(Marked.USER);
        fake.clock().advance(Duration.ofDays(1));

        requireFailure(
                UnauthorizedException.class,
                "Invalid token",
                () -> client.request("GET", WHOAMI).anonymous().returningText().execute());
        requireFailure(
                UnauthorizedException.class,
                "Invalid Token or Key",
                () -> client.request("GET", WHOAMI)
                        .as(new Tokens(pair.token(), null, null))
                        .returningText()
                        .execute());
        requireFailure(
                UnauthorizedException.class,
                "Invalid User",
                () -> client.request("GET", WHOAMI)
                        .as(new Tokens(pair.token(), null, "another"))
                        .returningText()
                        .execute());
    }

    @ParameterizedTest
    @CsvSource({"false, 401", "true, 400"})
    void anExpiredTokenIsUnauthorizedWhateverTheStatus(boolean asIn2016, int status) {
        fake.settings().expiredIsBadRequest(asIn2016);
        TokenPair pair = fake.logIn(Marked.USER);
        fake.clock().advance(Duration.ofDays(101));

        ApiException e = requireFailure(
                UnauthorizedException.class,
                "Token Expired",
                () -> client.request("GET", WHOAMI)
                        .as(new Tokens(pair.token(), null, pair.key()))
                        .returningText()
                        .execute());
        assertThat(e.status()).hasValue(status);
    }

    @ParameterizedTest
    @CsvSource({"false", "true"})
    void anExpiredTokenOfTheSessionIsReplacedWithoutTheCallNoticing(boolean asIn2016) {
        fake.settings().expiredIsBadRequest(asIn2016);
        whoami();
        fake.clock().advance(Duration.ofDays(101));

        whoami();

        assertThat(fake.journal().count("POST", "/login")).isEqualTo(2);
        assertThat(fake.journal().count("GET", WHOAMI)).isEqualTo(3);
    }

    @Test
    void aBadRequestThatIsNotAboutTheTokenRenewsNothing() {
        fake.handleAuthorized("GET", "/api/v2/cdr", request -> FakeResponse.json(400, Map.of("message", "Bad filter")));

        requireFailure(
                BadRequestException.class,
                "Bad filter",
                () -> client.request("GET", "/api/v2/cdr").returningText().execute());
        assertThat(fake.journal().count("POST", "/login")).isOne();
    }

    @Test
    void aRevokedPairIsReplaced() {
        whoami();
        fake.endSessions();

        whoami();

        assertThat(fake.journal().count("POST", "/login")).isEqualTo(2);
    }

    @Test
    void aRightThatTheUserLacksIsForbidden() {
        fake.handleAuthorized("GET", "/api/v2/license", "license", "r", request -> FakeResponse.json(200, ""));

        requireFailure(
                ForbiddenException.class,
                "Permission denied!",
                () -> client.request("GET", "/api/v2/license").returningText().execute());
    }

    @Test
    void whatDoesNotExistIsNotFoundAndNoRejection() {
        ApiException e = requireFailure(
                NotFoundException.class,
                "/nothing not found.",
                () -> client.request("GET", "/nothing").returningText().execute());
        assertThat(new WebitelTokens(null).rejects(e)).isFalse();
    }

    @Test
    void aDisabledDomainTokenIsTheAnswer() {
        DomainToken token = fake.createDomainToken("mydomain.com");
        try (WebitelClient ofDomain = WebitelClient.builder()
                .baseUrl(fake.baseUrl())
                .domainToken(token.token())
                .build()) {
            fake.disableDomainToken(token.token());

            requireFailure(
                    UnauthorizedException.class,
                    "Not found token",
                    () -> ofDomain.request("GET", WHOAMI).returningText().execute());
            assertThat(fake.journal().count()).isOne();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"status\":\"error\"} |",
                "{\"info\":\"in words\"} | in words",
                "{\"message\":\"in words\"} | in words",
                "{\"status\":500,\"message\":\"in words\"} | in words",
                "{\"status\":\"error\",\"info\":{\"code\":7},\"message\":\"in words\"} | in words",
                "[] |",
                "<html>in words</html> |",
                "-ERR in words | -ERR in words",
                "'' |",
            })
    void anErrorIsReadInEitherShapeAndWithLess(String body, String said) {
        whoami();
        fake.faults().next(Fault.status(500).body("text/plain", body));

        ApiException e = assertThrows(
                ServerErrorException.class,
                () -> client.request("GET", WHOAMI).returningText().execute());

        assertThat(e.serverMessage().orElse(null)).isEqualTo(said);
    }

    @Test
    void aSessionThatCannotLogInNamesTheRefusal() {
        fake.removeUser(Marked.USER);

        SessionExpiredException e = assertThrows(SessionExpiredException.class, this::whoami);

        assertThat(e.reason()).isEqualTo(SessionExpiredException.Reason.CREDENTIALS_REJECTED);
        assertThat(e).cause().isInstanceOf(NotFoundException.class).hasMessageContaining("User not found");
    }

    private void whoami() {
        client.request("GET", WHOAMI).returningText().execute();
    }

    private static <E extends ApiException> E requireFailure(Class<E> type, String said, Runnable call) {
        E e = assertThrows(type, call::run);
        assertThat(e.serverMessage()).hasValue(said);
        assertThat(e.toString()).doesNotContain(SecretLeaks.MARKER);
        return e;
    }
}
