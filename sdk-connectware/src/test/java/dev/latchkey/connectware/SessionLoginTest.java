package dev.latchkey.connectware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.latchkey.core.ApiException;
import dev.latchkey.core.MfaRequiredException;
import dev.latchkey.core.SessionExpiredException;
import dev.latchkey.core.auth.LogoutResult;
import dev.latchkey.core.auth.SessionState;
import dev.latchkey.leakcheck.SecretLeaks;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionLoginTest {
    private static final String PASSWORD = "secret-" + SecretLeaks.MARKER;

    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theFirstCallLogsInAndCarriesTheToken() throws InterruptedException {
        Instant expiry = Instant.now().plus(Duration.ofHours(12)).truncatedTo(ChronoUnit.MILLIS);
        answer("{\"token\":\"jwt-" + SecretLeaks.MARKER + "\",\"expiresAt\":\"" + expiry + "\"}");
        answer("{\"username\":\"jane\",\"mfa\":{\"enabled\":\"true\",\"enforced\":0}}");
        try (ConnectwareClient client = open()) {
            SessionInfo info = client.auth().session().execute();

            assertThat(info.mfa()).isEqualTo(new MfaState(true, false));
            assertThat(client.session().expiresAt())
                    .hasValueSatisfying(known -> assertThat(known).isCloseTo(expiry, within(5, ChronoUnit.SECONDS)));
            assertThat(client.session().logout().execute()).isEqualTo(LogoutResult.LOCAL_ONLY);
            assertThat(client.session().state()).isEqualTo(SessionState.LOGGED_OUT);
        }
        RecordedRequest login = server.takeRequest();
        assertThat(login.getRequestLine()).isEqualTo("POST /api/login HTTP/1.1");
        assertThat(login.getHeaders().get("Authorization")).isNull();
        assertThat(login.getBody().utf8()).isEqualTo("{\"username\":\"jane\",\"password\":\"" + PASSWORD + "\"}");
        assertThat(server.takeRequest().getHeaders().get("Authorization"))
                .isEqualTo("Bearer jwt-" + SecretLeaks.MARKER);
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void aSecondFactorThatNobodyGivesIsNamed() {
        answer("{\"needsMfa\":true,\"secret\":\"" + SecretLeaks.MARKER + "\"}");
        try (ConnectwareClient client = open()) {
            assertThatExceptionOfType(MfaRequiredException.class)
                    .isThrownBy(() -> client.auth().session().execute());
        }
    }

    @Test
    void aTokenBesideTheDemandForASecondFactorIsNotUsed() {
        answer("{\"token\":\"jwt-" + SecretLeaks.MARKER + "\",\"needsMfa\":true,\"secret\":\"first-step\"}");
        try (ConnectwareClient client = open()) {
            assertThatExceptionOfType(MfaRequiredException.class)
                    .isThrownBy(() -> client.auth().session().execute());
        }
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void aLoginBesideTheSessionIsAChallengeUntilNoSecondFactorIsWanted() {
        answer("{\"token\":\"jwt\",\"needsMfa\":true,\"secret\":\"first-step\"}");
        answer("{\"token\":\"jwt\",\"needsMfa\":false}");
        try (ConnectwareClient client = open()) {
            LoginOutcome outcome = client.auth().login("jane", PASSWORD).execute();
            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            LoginOutcome.Challenge.class,
                            challenge -> assertThat(challenge
                                            .complete("123456")
                                            .execute()
                                            .token())
                                    .isEqualTo("jwt"));
        }
    }

    /** Neither the login nor the code can be sent again for it. */
    @Test
    void loginsThatAreCutOffBehindWhatTheyBroughtAreStillGood() throws InterruptedException {
        cutOff("{\"needsMfa\":true,\"secret\":\"" + SecretLeaks.MARKER + "\",\"us");
        cutOff("{\"token\":\"jwt-" + SecretLeaks.MARKER + "\",\"expiresAt\":\"2");
        answer("{}");
        try (ConnectwareClient client = ConnectwareClient.builder()
                .baseUrl(server.url("/").toString())
                .credentials("jane", PASSWORD)
                .oneTimePassword(() -> "123456")
                .build()) {
            client.auth().session().execute();
        }
        server.takeRequest();
        server.takeRequest();
        assertThat(server.takeRequest().getHeaders().get("Authorization"))
                .isEqualTo("Bearer jwt-" + SecretLeaks.MARKER);
    }

    @Test
    void aRefusedTokenIsReplacedByLoggingInAgain() throws Exception {
        try (ScriptedServer scripted = new ScriptedServer(request -> ("Bearer " + ScriptedServer.token(1))
                                .equals(request.getHeaders().get("Authorization"))
                        ? ScriptedServer.status(401)
                        : ScriptedServer.json("{}"));
                ConnectwareClient client = scripted.client().build()) {
            client.auth().session().execute();

            assertThat(scripted.logins()).isEqualTo(2);
            assertThat(scripted.requests()).hasSize(2);
        }
    }

    @Test
    void tokensAreAskedForWithALifetimeAndALabelAndSentAsToldTo() throws Exception {
        answer("{\"token\":\"jwt\",\"expiresAt\":\"text\",\"needsMfa\":false}");
        answer("{}");
        try (ConnectwareClient client = builder()
                .tokenLifetime(Duration.ofDays(2))
                .tokenLabel("tests")
                .bareToken()
                .build()) {
            client.auth().session().execute();
            assertThat(client.session().expiresAt()).isEmpty();
        }
        assertThat(server.takeRequest().getBody().utf8()).endsWith(",\"expireTimeInHours\":48,\"label\":\"tests\"}");
        assertThat(server.takeRequest().getHeaders().get("Authorization")).isEqualTo("jwt");
    }

    @Test
    void aGivenTokenIsSentAsItIs() throws Exception {
        answer("{}");
        try (ConnectwareClient client = ConnectwareClient.builder()
                .baseUrl(server.url("/").toString())
                .accessToken("given-" + SecretLeaks.MARKER)
                .build()) {
            client.auth().session().execute();
        }
        assertThat(server.takeRequest().getHeaders().get("Authorization"))
                .isEqualTo("Bearer given-" + SecretLeaks.MARKER);
    }

    @Test
    void whatIsWrongBehindTheTokenDoesNotCostIt() {
        answer("{\"token\":\"jwt\",\"permissions\":7,\"enforceMFAEnrollment\":[],\"expiresAt\":{},\"more");
        answer("{}");
        try (ConnectwareClient client = open()) {
            assertThat(client.auth().session().execute().username()).isNull();
        }
    }

    @Test
    void anAnswerWithoutATokenIsNoLogin() {
        answer("{\"needsMfa\":false,\"secret\":\"" + SecretLeaks.MARKER + "\"}");
        try (ConnectwareClient client = open()) {
            assertThatExceptionOfType(ApiException.class)
                    .isThrownBy(() -> client.auth().session().execute())
                    .satisfies(e -> assertThat(e.toString()).doesNotContain(SecretLeaks.MARKER));
        }
    }

    @Test
    void aTokenThatCannotBeSentIsNoLoginAndIsNotKept() {
        answer("{\"token\":\"" + SecretLeaks.MARKER + "\\r\\nX-Admin: 1\"}");
        answer("{\"token\":\"jwt\"}");
        try (ConnectwareClient client = open()) {
            assertThatExceptionOfType(ApiException.class)
                    .isThrownBy(() -> client.session().login().execute())
                    .withMessageContaining("holds a token that cannot be sent")
                    .satisfies(e -> assertThat(e.toString()).doesNotContain(SecretLeaks.MARKER));
            assertThat(client.session().login().execute()).isEqualTo(SessionState.ACTIVE);
        }
    }

    @Test
    void refusedCredentialsAreNotSentAgain() {
        server.enqueue(new MockResponse.Builder()
                .code(401)
                .body("{\"code\":\"DENIED\",\"message\":\"wrong " + PASSWORD + "\"}")
                .build());
        try (ConnectwareClient client = open()) {
            for (int i = 0; i < 2; i++) {
                assertThatExceptionOfType(SessionExpiredException.class)
                        .isThrownBy(() -> client.auth().session().execute())
                        .satisfies(e -> assertThat(e.toString()).doesNotContain(SecretLeaks.MARKER));
            }
        }
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void nothingShowsASecret() {
        LoginResult login = new LoginResult(PASSWORD, "text", List.of(), false, PASSWORD, true);
        NewUser user = NewUser.withPassword("jane", PASSWORD).build();
        UserUpdate update = UserUpdate.builder().password(PASSWORD).build();
        try (ConnectwareClient client = open()) {
            assertThat(List.of(
                                    login,
                                    user,
                                    update,
                                    new PasswordChange(PASSWORD, PASSWORD),
                                    builder(),
                                    client,
                                    client.users(),
                                    client.users().create(user),
                                    client.users().changePassword(PASSWORD, PASSWORD))
                            .toString())
                    .contains("username=jane")
                    .doesNotContain(SecretLeaks.MARKER);
        }
    }

    private ConnectwareClient open() {
        return builder().build();
    }

    private ConnectwareClientBuilder builder() {
        return ConnectwareClient.builder().baseUrl(server.url("/").toString()).credentials("jane", PASSWORD);
    }

    private void cutOff(String half) {
        server.enqueue(new MockResponse.Builder()
                .body(half)
                .setHeader("Content-Type", "application/json")
                .setHeader("Content-Length", 2 * half.length())
                .onResponseEnd(new SocketEffect.CloseSocket())
                .build());
    }

    private void answer(String json) {
        server.enqueue(new MockResponse.Builder()
                .setHeader("Content-Type", "application/json")
                .body(json)
                .build());
    }
}
