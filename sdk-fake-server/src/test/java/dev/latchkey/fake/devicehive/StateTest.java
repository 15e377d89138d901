package dev.latchkey.fake.devicehive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.fake.Client;
import dev.latchkey.fake.Tested;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a test does to the fake's state, in Java and by the control endpoints. */
class StateTest {
    @Tested
    final FakeDeviceHive fake = FakeDeviceHive.withAdmin("admin", "adminLEAK7Q4Z");

    private final HiveClient client = new HiveClient(fake);

    @BeforeEach
    void addJane() {
        fake.serveControlEndpoints();
        fake.addUser(FakeUser.client("jane", "janeLEAK7Q4Z").build());
    }

    @Test
    void aChangedPasswordIsTheOneThatLogsInAndTokensGoOn() throws Exception {
        IssuedTokens before = fake.logIn("jane");

        fake.changePassword("jane", "newLEAK7Q4Z");

        assertThat(client.logIn("jane", "janeLEAK7Q4Z").status()).isEqualTo(401);
        assertThat(client.logIn("jane", "newLEAK7Q4Z").status()).isEqualTo(201);
        assertThat(fake.isRefreshTokenAlive(before.refreshToken())).isTrue();
        assertThat(fake.user("jane").id()).isEqualTo(2);
    }

    @Test
    void theTokensOfARemovedUserAreRefused() {
        IssuedTokens tokens = fake.logIn("jane");

        fake.removeUser("jane");

        assertThat(fake.isAccessTokenAlive(tokens.accessToken())).isFalse();
        assertThat(fake.isRefreshTokenAlive(tokens.refreshToken())).isFalse();
        assertThatThrownBy(() -> fake.logIn("jane")).hasMessage("no user jane; there are [admin]");
    }

    @Test
    void twoUsersCannotHaveOneNumber() {
        assertThatThrownBy(() ->
                        fake.addUser(FakeUser.client("joe", "joeLEAK7Q4Z").id(2).build()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("user joe is to have the number 2, which jane has");
    }

    @Test
    void revokedAccessTokensAreReplacedByARefreshEvenWithinTheSameMillisecond() throws Exception {
        fake.clock().freeze();
        IssuedTokens tokens = fake.logIn("jane");
        for (int i = 0; i < 3; i++) {
            fake.revokeAccessTokens();
            assertThat(fake.isAccessTokenAlive(tokens.accessToken())).isFalse();

            String renewed = client.refresh(tokens.refreshToken()).text("accessToken");

            assertThat(fake.isAccessTokenAlive(renewed)).isTrue();
        }
    }

    @Test
    void endingTheSessionsChangesTheSecret() throws Exception {
        IssuedTokens tokens = fake.logIn("jane");

        assertThat(new Client(fake).control("POST", "end-sessions", "").status())
                .isEqualTo(200);

        assertThat(fake.isAccessTokenAlive(tokens.accessToken())).isFalse();
        assertThat(fake.isRefreshTokenAlive(tokens.refreshToken())).isFalse();
        assertThatThrownBy(() -> fake.payload(tokens.accessToken()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining(tokens.accessToken());
    }

    @Test
    void theControlEndpointsRevokeAccessTokens() throws Exception {
        IssuedTokens tokens = fake.logIn("jane");

        assertThat(new Client(fake).control("POST", "revoke-access-tokens", "").status())
                .isEqualTo(200);

        assertThat(fake.isAccessTokenAlive(tokens.accessToken())).isFalse();
        assertThat(fake.isRefreshTokenAlive(tokens.refreshToken())).isTrue();
        assertThat(new Client(fake).control("GET", "mailbox", null).status()).isEqualTo(404);
    }

    @Test
    void aSecretSignsAsTheServerWould() throws Exception {
        fake.settings().signingSecret("c2VjcmV0IGtleSBvZiB0ZXN0cw==");

        String[] parts = fake.logIn("jane").accessToken().split("\\.", -1);

        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("secret key of tests".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        byte[] signature = mac.doFinal((parts[0] + "." + parts[1]).getBytes(StandardCharsets.UTF_8));
        assertThat(Base64.getUrlDecoder().decode(parts[2])).isEqualTo(signature);
        assertThat(new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8))
                .isEqualTo("{\"alg\":\"HS256\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "-.-.-.-"})
    void aSecretThatIsNoKeyIsRefused(String secret) {
        assertThatThrownBy(() -> fake.settings().signingSecret(secret)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> fake.signWith(secret, TokenPayload.userAccess(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyTokenHoldsTheMarkerAndWorks() throws Exception {
        fake.settings().secretMarker("LEAK7Q4Z");

        IssuedTokens tokens = fake.logIn("jane");

        String renewed = client.refresh(tokens.refreshToken()).text("accessToken");
        assertThat(List.of(tokens.accessToken(), tokens.refreshToken(), renewed))
                .allMatch(token -> token.endsWith("LEAK7Q4Z"));
        assertThat(fake.isAccessTokenAlive(tokens.accessToken())).isTrue();
        assertThat(fake.isAccessTokenAlive(renewed)).isTrue();
        assertThat(tokens.toString()).doesNotContain("LEAK7Q4Z");
        assertThatThrownBy(() -> fake.settings().secretMarker("a b")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void clearingTheTracesKeepsTheStateAndAResetTakesItBack() throws Exception {
        IssuedTokens tokens = fake.logIn("jane");
        client.logIn("jane", "wrong");

        fake.clearTraces();
        assertThat(fake.isAccessTokenAlive(tokens.accessToken())).isTrue();
        assertThat(fake.journal().count()).isZero();

        fake.reset();
        assertThat(fake.isAccessTokenAlive(tokens.accessToken())).isFalse();
        assertThat(client.logIn("jane", "janeLEAK7Q4Z").status()).isEqualTo(401);
        assertThat(client.logIn("admin", "adminLEAK7Q4Z").status()).isEqualTo(201);
    }

    @Test
    void clearingTheTracesForgetsFailedLoginsAndEndsTheLockoutByThem() throws Exception {
        fake.settings().loginAttempts(2);
        client.logIn("jane", "wrong");
        fake.clearTraces();
        assertThat(fake.failedLogins("jane")).isZero();

        client.logIn("jane", "wrong");
        client.logIn("jane", "wrong");
        assertThat(fake.user("jane").status()).isEqualTo(UserStatus.LOCKED_OUT);
        fake.clearTraces();
        assertThat(client.logIn("jane", "janeLEAK7Q4Z").status()).isEqualTo(201);

        fake.changeStatus("jane", UserStatus.LOCKED_OUT);
        fake.clearTraces();
        assertThat(fake.user("jane").status())
                .as("an administrator's lock stays")
                .isEqualTo(UserStatus.LOCKED_OUT);
    }

    @Test
    void theJournalShowsNoSecrets() throws Exception {
        fake.settings().secretMarker("LEAK7Q4Z");
        IssuedTokens tokens = fake.logIn("admin");
        client.logIn("admin", "adminLEAK7Q4Z");
        client.refresh(tokens.refreshToken());
        client.create(tokens.accessToken(), "{'userId': 2}");
        client.authenticatePlugin(tokens.accessToken());

        assertThat(fake.journal().requests()).hasSize(4);
        assertThat(fake.journal().requests().toString()).doesNotContain("LEAK7Q4Z");
        assertThat(fake.user("jane") + "" + fake).doesNotContain("LEAK7Q4Z").contains("jane, client, ACTIVE");
    }

    @Test
    void aStartedFakeIsEmpty() throws Exception {
        try (FakeDeviceHive started = FakeDeviceHive.start()) {
            assertThat(started.baseUrl()).endsWith("/auth/rest");
            assertThat(new HiveClient(started).logIn("admin", "adminLEAK7Q4Z").text("message"))
                    .startsWith("User with login = admin not found");
        }
    }
}
