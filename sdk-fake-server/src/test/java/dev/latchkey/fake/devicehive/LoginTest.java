package dev.latchkey.fake.devicehive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.fake.Client;
import dev.latchkey.fake.Client.Answer;
import dev.latchkey.fake.Tested;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code POST /token} and {@code POST /token/refresh}. */
class LoginTest {
    private static final String PASSWORD = "rightLEAK7Q4Z";

    @Tested
    final FakeDeviceHive fake = FakeDeviceHive.withClient("jane", PASSWORD);

    private final HiveClient client = new HiveClient(fake);

    @Test
    void theTenthWrongPasswordLocksTheUserAndIsStillCalledWrong() throws Exception {
        IssuedTokens before = fake.logIn("jane");
        for (int i = 1; i <= 10; i++) {
            assertThat(fake.user("jane").status()).isEqualTo(UserStatus.ACTIVE);
            assertThat(client.logIn("jane", "wrong").text("message")).isEqualTo("Invalid credentials");
        }

        assertThat(fake.user("jane").status()).isEqualTo(UserStatus.LOCKED_OUT);
        Answer right = client.logIn("jane", PASSWORD);
        assertThat(right.status()).isEqualTo(401);
        assertThat(right.body()).isEqualTo("{\"error\":401,\"message\":\"User is locked or disabled\"}");
        assertThat(fake.isAccessTokenAlive(before.accessToken())).isFalse();
        assertThat(client.refresh(before.refreshToken()).text("error")).isEqualTo("Unauthorized");

        fake.changeStatus("jane", UserStatus.ACTIVE);
        assertThat(client.logIn("jane", PASSWORD).status()).isEqualTo(201);
        assertThat(fake.isAccessTokenAlive(before.accessToken())).isTrue();
    }

    @Test
    void aLoginOrARefreshForgetsTheWrongPasswords() throws Exception {
        client.logIn("jane", "wrong");
        client.logIn("jane", "wrong");
        assertThat(fake.failedLogins("jane")).isEqualTo(2);

        client.logIn("jane", PASSWORD);
        assertThat(fake.failedLogins("jane")).isZero();

        client.logIn("jane", "wrong");
        client.refresh(fake.logIn("jane").refreshToken());
        assertThat(fake.failedLogins("jane")).isZero();
    }

    @Test
    void theNumberOfWrongPasswordsIsSettable() throws Exception {
        fake.settings().loginAttempts(1);

        assertThat(client.logIn("jane", "wrong").text("message")).isEqualTo("Invalid credentials");

        assertThat(client.logIn("jane", PASSWORD).text("message")).isEqualTo("User is locked or disabled");
    }

    @ParameterizedTest
    @CsvSource({"JANE", "' jane'", "'jane '"})
    void aLoginIsTakenAsItIs(String login) throws Exception {
        assertThat(client.logIn(login, PASSWORD).text("message"))
                .isEqualTo("User with login = " + login + " not found or bad password");
        assertThat(fake.failedLogins("jane")).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | Error! Validation failed: Object is null",
                "null | Error! Validation failed: Object is null",
                "{} | Invalid or empty authorization request parameters",
                "{\"login\": \" \", \"password\": \"x\"} | Invalid or empty authorization request parameters",
                "{\"login\": \"jane\", \"password\": \"\"} | Invalid or empty authorization request parameters",
                "{\"login\": [], \"password\": \"x\"} | Invalid request parameters",
                "[] | Invalid request parameters",
            })
    void whatIsMissingIsA400(String body, String message) throws Exception {
        Answer answer = new Client(fake).postJson("/token", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.members()).containsEntry("error", 400L).containsEntry("message", message);
    }

    @Test
    void whatAClientMayDoStandsInTheToken() throws Exception {
        fake.addUser(FakeUser.client("joe", PASSWORD).id(42).networks().build());

        TokenPayload jane = fake.payload(client.logIn("jane", PASSWORD).text("accessToken"));
        TokenPayload joe = fake.payload(client.logIn("joe", PASSWORD).text("refreshToken"));

        assertThat(jane.actions()).containsExactly(2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 15, 16, 17);
        assertThat(jane.networkIds()).containsExactly("1");
        assertThat(jane.deviceTypeIds()).containsExactly("*");
        assertThat(jane.refresh()).isFalse();
        assertThat(joe.userId()).isEqualTo(42);
        assertThat(joe.networkIds()).isEmpty();
        assertThat(joe.refresh()).isTrue();
    }

    @Test
    void tokensEndByTheClock() throws Exception {
        fake.clock().freeze();
        IssuedTokens tokens = fake.logIn("jane");

        fake.clock().advance(Duration.ofMinutes(30));
        assertThat(fake.isAccessTokenAlive(tokens.accessToken())).isTrue();
        fake.clock().advance(Duration.ofMillis(1));
        assertThat(fake.isAccessTokenAlive(tokens.accessToken())).isFalse();

        fake.clock().advance(Duration.ofDays(182).minusMinutes(30).minusMillis(1));
        assertThat(client.refresh(tokens.refreshToken()).status()).isEqualTo(201);
        fake.clock().advance(Duration.ofMillis(1));
        assertThat(client.refresh(tokens.refreshToken()).text("message")).isEqualTo("Token has expired");
        assertThat(fake.isRefreshTokenAlive(tokens.refreshToken())).isFalse();
    }

    @Test
    void theLifetimesAreSettable() throws Exception {
        fake.clock().freeze();
        fake.settings().accessTokenLifetime(Duration.ofMillis(300)).refreshTokenLifetime(Duration.ofSeconds(2));

        IssuedTokens tokens = fake.logIn("jane");

        assertThat(fake.payload(tokens.accessToken()).expiresAt())
                .isEqualTo(fake.clock().instant().plusMillis(300).truncatedTo(ChronoUnit.MILLIS));
        assertThat(fake.payload(tokens.refreshToken()).expiresAt())
                .isEqualTo(fake.clock().instant().plusSeconds(2).truncatedTo(ChronoUnit.MILLIS));
    }

    @Test
    void aRefreshCopiesTheRightsAndNothingRotates() throws Exception {
        TokenPayload narrow = TokenPayload.userRefresh(1)
                .withActions(3)
                .withNetworkIds(List.of("7"))
                .withDeviceTypeIds(null);
        String refreshToken = fake.sign(narrow);

        for (int i = 0; i < 3; i++) {
            Answer answer = client.refresh(refreshToken);

            assertThat(answer.members()).containsOnlyKeys("accessToken");
            TokenPayload access = fake.payload(answer.text("accessToken"));
            assertThat(access.actions()).containsExactly(3);
            assertThat(access.networkIds()).containsExactly("7");
            assertThat(access.deviceTypeIds()).isNull();
            assertThat(access.refresh()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"{}", "{\"refreshToken\":null}", "{\"refreshToken\":\"\"}"})
    void aMissingRefreshTokenIsAFailureOfTheServer(String body) throws Exception {
        Answer answer = new Client(fake).postJson("/token/refresh", body);

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.text("message")).isEqualTo("JWT String argument cannot be null or empty.");
    }

    @Test
    void aRefreshTokenOfNobodyOrOfAnotherSignatureGetsTheErrorPage() throws Exception {
        String ofNobody = fake.sign(TokenPayload.userRefresh(99));
        String forged = fake.signWith("anotherSecret", TokenPayload.userRefresh(1));
        String bare = fake.sign(TokenPayload.userRefresh(1)).replaceFirst("[^.]+$", "");

        for (String token : List.of(ofNobody, forged, bare, "a.b.c", "a.b")) {
            Answer answer = client.refresh(token);

            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.members())
                    .containsOnlyKeys("timestamp", "status", "error", "path")
                    .containsEntry("status", 401L)
                    .containsEntry("error", "Unauthorized")
                    .containsEntry("path", "/auth/rest/token/refresh");
        }
    }
}
