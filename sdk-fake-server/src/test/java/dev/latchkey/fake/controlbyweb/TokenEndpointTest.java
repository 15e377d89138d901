package dev.latchkey.fake.controlbyweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.latchkey.fake.Client;
import dev.latchkey.fake.Client.Answer;
import dev.latchkey.fake.Fingerprint;
import dev.latchkey.fake.Tested;
import dev.latchkey.leakcheck.SecretLeaks;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokenEndpointTest {
    @Tested
    final FakeControlByWeb fake = FakeControlByWeb.withUser("admin", "secret");

    private final Client client = new Client(fake);

    @Test
    void thePasswordGrantAnswersTokensAndProfileInTheDocumentedOrder() throws Exception {
        Answer answer = client.logIn("admin", "secret");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.members().keySet())
                .containsExactly(
                        "token_type",
                        "expires_in",
                        "access_token",
                        "refresh_token",
                        "account_id",
                        "username",
                        "first_name",
                        "last_name",
                        "email",
                        "device_seats",
                        "account_name",
                        "logging",
                        "user_id",
                        "agreed",
                        "permissions",
                        "all_permissions",
                        "isXRDIAdmin",
                        "isXRDISales");
        assertThat(answer.members())
                .contains(
                        entry("token_type", "Bearer"),
                        entry("expires_in", 86400L),
                        entry("account_id", 1234L),
                        entry("username", "admin"),
                        entry("account_name", "Xytronix Research & Design"),
                        entry("device_seats", 5000L),
                        entry("isXRDIAdmin", 0L));
    }

    @Test
    void tokensLookLikeTheRealOnes() throws Exception {
        Answer answer = client.logIn("admin", "secret");

        assertThat(answer.text("access_token"))
                .matches("eyJ[\\w-]+\\.eyJ[\\w-]+\\.[\\w-]+")
                .hasSizeBetween(900, 1100);
        assertThat(answer.text("refresh_token")).matches("def50200[0-9a-f]{672}");
    }

    @Test
    void aRefreshAnswersTheTokenFieldsOnly() throws Exception {
        Answer answer = client.refresh(fake.logIn("admin").refreshToken());

        assertThat(answer.members().keySet())
                .containsExactly("token_type", "expires_in", "access_token", "refresh_token");
    }

    @Test
    void aRefreshMayBeSetToAnswerTheProfileToo() throws Exception {
        fake.settings().profileOnRefresh(true);

        assertThat(client.refresh(fake.logIn("admin").refreshToken()).members()).containsEntry("username", "admin");
    }

    @Test
    void aRefreshEndsTheOldRefreshTokenAndTheOldAccessTokenAtOnce() throws Exception {
        IssuedTokens old = fake.logIn("admin");

        Answer renewed = client.refresh(old.refreshToken());

        assertThat(list(old.accessToken()).status()).isEqualTo(401);
        assertThat(list(renewed.text("access_token")).status()).isEqualTo(200);
        assertThat(client.refresh(old.refreshToken()).status()).isEqualTo(401);
        assertThat(fake.isRefreshTokenAlive(renewed.text("refresh_token"))).isTrue();
    }

    @Test
    void reusingARefreshTokenLeavesTheNewPairAlive() throws Exception {
        IssuedTokens old = fake.logIn("admin");
        Answer renewed = client.refresh(old.refreshToken());

        Answer reused = client.refresh(old.refreshToken());

        assertThat(reused.status()).isEqualTo(401);
        assertThat(list(renewed.text("access_token")).status()).isEqualTo(200);
        assertThat(client.refresh(renewed.text("refresh_token")).status()).isEqualTo(200);
    }

    @Test
    void reusingARefreshTokenEndsTheSessionWhenSetSo() throws Exception {
        fake.settings().reuseEndsSession(true);
        IssuedTokens old = fake.logIn("admin");
        IssuedTokens otherSession = fake.logIn("admin");
        Answer renewed = client.refresh(old.refreshToken());

        client.refresh(old.refreshToken());

        assertThat(list(renewed.text("access_token")).status()).isEqualTo(401);
        assertThat(client.refresh(renewed.text("refresh_token")).status()).isEqualTo(401);
        assertThat(list(otherSession.accessToken()).status()).isEqualTo(200);
    }

    @Test
    void theOldAccessTokenStaysAliveWhenSetSo() throws Exception {
        fake.settings().oldAccessTokenStaysAlive(true);
        IssuedTokens old = fake.logIn("admin");

        client.refresh(old.refreshToken());

        assertThat(list(old.accessToken()).status()).isEqualTo(200);
    }

    @Test
    void newerServersRefuseARefreshTokenAsAnInvalidGrant() throws Exception {
        fake.settings().newerServer(true);

        Answer answer = client.refresh("garbage");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.members()).containsEntry("error", "invalid_grant").doesNotContainKey("message");
    }

    @Test
    void anAccessTokenEndsAfterADay() throws Exception {
        IssuedTokens tokens = fake.logIn("admin");

        fake.clock().advance(Duration.ofHours(24).minusMinutes(1));
        assertThat(list(tokens.accessToken()).status()).isEqualTo(200);
        fake.clock().advance(Duration.ofMinutes(1));
        assertThat(list(tokens.accessToken()).status()).isEqualTo(401);
        assertThat(client.refresh(tokens.refreshToken()).status()).isEqualTo(200);
    }

    @Test
    void aRefreshTokenEndsAfterItsLifetime() throws Exception {
        fake.settings().refreshTokenLifetime(Duration.ofDays(2));
        IssuedTokens tokens = fake.logIn("admin");

        fake.clock().advance(Duration.ofDays(2));

        assertThat(client.refresh(tokens.refreshToken()).members()).containsEntry("hint", "Token has expired");
    }

    @Test
    void lifetimesBelowASecondAreToldAsZero() throws Exception {
        fake.settings().accessTokenLifetime(Duration.ofMillis(300));

        assertThat(client.logIn("admin", "secret").members()).containsEntry("expires_in", 0L);
    }

    @Test
    void logoutEndsAccessAndRefreshTokenOfThisSessionOnly() throws Exception {
        IssuedTokens tokens = fake.logIn("admin");
        IssuedTokens other = fake.logIn("admin");

        Answer answer = client.authorized("POST", "/v1/auth/logout", tokens.accessToken());

        assertThat(answer.members()).containsOnly(entry("message", "success"));
        assertThat(client.authorized("POST", "/v1/auth/logout", tokens.accessToken())
                        .status())
                .isEqualTo(401);
        assertThat(client.refresh(tokens.refreshToken()).status()).isEqualTo(401);
        assertThat(list(other.accessToken()).status()).isEqualTo(200);
    }

    @Test
    void refreshTokensPresentedMoreThanOnceAreKnownByFingerprint() throws Exception {
        IssuedTokens once = fake.logIn("admin");
        IssuedTokens twice = fake.logIn("admin");
        client.refresh(once.refreshToken());
        client.refresh(twice.refreshToken());
        client.refresh(twice.refreshToken());

        assertThat(fake.refreshTokensPresentedMoreThanOnce()).isEqualTo(List.of(Fingerprint.of(twice.refreshToken())));
    }

    @Test
    void theTokensOfARemovedUserAreRefused() throws Exception {
        IssuedTokens tokens = fake.logIn("admin");

        fake.removeUser("admin");

        assertThat(list(tokens.accessToken()).status()).isEqualTo(401);
        assertThat(client.refresh(tokens.refreshToken()).status()).isEqualTo(401);
    }

    @Test
    void revokedAccessTokensCanBeRenewedAndEndedSessionsCannot() throws Exception {
        IssuedTokens tokens = fake.logIn("admin");

        fake.revokeAccessTokens();
        assertThat(list(tokens.accessToken()).status()).isEqualTo(401);
        Answer renewed = client.refresh(tokens.refreshToken());
        assertThat(renewed.status()).isEqualTo(200);
        fake.endSessions("admin");
        assertThat(client.refresh(renewed.text("refresh_token")).status()).isEqualTo(401);
    }

    @Test
    void everyIssuedSecretCarriesTheMarker() throws Exception {
        fake.settings().secretMarker(SecretLeaks.MARKER);
        Answer login = client.logIn("admin", "secret");
        client.postForm("/v1/auth/reset-password", "email", "admin@example.com");
        Answer created = client.authorized("POST", "/v1/accounts/1234/tokens/create", login.text("access_token"));

        assertThat(List.of(
                        login.text("access_token"),
                        login.text("refresh_token"),
                        created.text("token"),
                        fake.mailbox().newest("admin@example.com").token()))
                .allSatisfy(secret -> assertThat(secret).contains(SecretLeaks.MARKER));
    }

    private Answer list(String accessToken) throws Exception {
        return client.authorized("GET", "/v1/accounts/1234/tokens", accessToken);
    }
}
