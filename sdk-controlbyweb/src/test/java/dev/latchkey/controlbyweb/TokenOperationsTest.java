package dev.latchkey.controlbyweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.core.BadRequestException;
import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.RateLimitedException;
import dev.latchkey.core.UnauthorizedException;
import dev.latchkey.core.auth.SessionState;
import dev.latchkey.core.auth.Tokens;
import dev.latchkey.core.store.SessionKey;
import dev.latchkey.core.store.StoredSession;
import dev.latchkey.core.store.TokenStore;
import dev.latchkey.fake.controlbyweb.FakeControlByWeb;
import dev.latchkey.fake.junit.Fake;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TokenOperationsTest {
    @Fake
    final FakeControlByWeb fake = Marked.fake("jane");

    private final TokenStore store = TokenStore.inMemory();
    private ControlByWebClient client;

    @BeforeEach
    void open() {
        client = ControlByWebClient.builder()
                .baseUrl(fake.baseUrl())
                .credentials("jane", Marked.PASSWORD)
                .tokenStore(store)
                .build();
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void aLoginYieldsTokensAndTheProfile() {
        TokenAnswer answer = client.auth().login("jane", Marked.PASSWORD).execute();

        assertThat(answer.expiresIn()).isEqualTo(Duration.ofHours(24));
        assertThat(fake.isAccessTokenAlive(answer.accessToken())).isTrue();
        assertThat(fake.isRefreshTokenAlive(answer.refreshToken())).isTrue();
        assertThat(answer.profile().username()).isEqualTo("jane");
        assertThat(answer.profile().hasPermission(Permission.ADD_USERS)).isTrue();
    }

    @Test
    void aLoginLeavesTheSessionAlone() {
        client.auth().login("jane", Marked.PASSWORD).execute();

        assertThat(client.session().state()).isEqualTo(SessionState.NEW);
        assertThat(client.profile()).isEmpty();
    }

    @Test
    void aWrongPasswordIsABadRequestAndIsSentOnce() {
        assertThatExceptionOfType(BadRequestException.class)
                .isThrownBy(() -> client.auth().login("jane", "wrong").execute())
                .satisfies(e -> {
                    assertThat(e.status()).hasValue(400);
                    assertThat(e.code()).hasValue("invalid_grant");
                    assertThat(e.retryable()).isFalse();
                    assertThat(e.rawBody()).isEmpty();
                });
        assertThat(fake.journal().count()).isEqualTo(1);
    }

    @Test
    void aThrottledLoginSaysHowLongToWaitAndIsSentOnce() {
        fake.settings().tokenRequestsPerMinute(1);
        client.auth().login("jane", Marked.PASSWORD).execute();

        assertThatExceptionOfType(RateLimitedException.class)
                .isThrownBy(() -> client.auth().login("jane", Marked.PASSWORD).execute())
                .satisfies(
                        e -> assertThat(e.retryAfter().orElseThrow()).isBetween(Duration.ZERO, Duration.ofMinutes(1)));
        assertThat(fake.journal().count()).isEqualTo(2);
    }

    @Test
    void aRefreshYieldsTheNextPairAndEndsTheOldOne() {
        TokenAnswer first = client.auth().login("jane", Marked.PASSWORD).execute();

        TokenAnswer next = client.auth().refresh(first.refreshToken()).execute();

        assertThat(fake.isAccessTokenAlive(next.accessToken())).isTrue();
        assertThat(fake.isAccessTokenAlive(first.accessToken())).isFalse();
        assertThat(fake.isRefreshTokenAlive(first.refreshToken())).isFalse();
        assertThat(next.profile()).isNull();
    }

    @Test
    void aRefreshMayTellTheProfileToo() {
        fake.settings().profileOnRefresh(true);
        TokenAnswer first = client.auth().login("jane", Marked.PASSWORD).execute();

        assertThat(client.auth().refresh(first.refreshToken()).execute().profile())
                .isEqualTo(first.profile());
    }

    @Test
    void aSpentRefreshTokenIsRefusedAsUnauthorized() {
        TokenAnswer first = client.auth().login("jane", Marked.PASSWORD).execute();
        client.auth().refresh(first.refreshToken()).execute();

        assertThatExceptionOfType(UnauthorizedException.class)
                .isThrownBy(() -> client.auth().refresh(first.refreshToken()).execute())
                .satisfies(e -> assertThat(e.code()).hasValue("invalid_request"));
    }

    @Test
    void aSpentRefreshTokenIsRefusedAsABadRequestByNewerServers() {
        fake.settings().newerServer(true);

        assertThatExceptionOfType(BadRequestException.class)
                .isThrownBy(() -> client.auth().refresh("def50200garbage").execute())
                .satisfies(e -> assertThat(e.code()).hasValue("invalid_grant"));
    }

    @Test
    void aLogoutEndsBothTokens() {
        TokenAnswer answer = client.auth().login("jane", Marked.PASSWORD).execute();

        assertThat(client.auth().logout(answer.accessToken()).execute().message())
                .isEqualTo("success");

        assertThat(fake.isAccessTokenAlive(answer.accessToken())).isFalse();
        assertThat(fake.isRefreshTokenAlive(answer.refreshToken())).isFalse();
    }

    @Test
    void aSecondLogoutIsUnauthorizedAndNotReplayedWithTheSessionsToken() {
        TokenAnswer answer = client.auth().login("jane", Marked.PASSWORD).execute();
        client.auth().logout(answer.accessToken()).execute();

        assertThatExceptionOfType(UnauthorizedException.class)
                .isThrownBy(() -> client.auth().logout(answer.accessToken()).execute())
                .satisfies(e -> assertThat(e.serverMessage()).hasValue("Unauthenticated."));
        assertThat(fake.journal().count("POST", "/v1/auth/token")).isEqualTo(1);
        assertThat(client.session().state()).isEqualTo(SessionState.NEW);
    }

    @Test
    void theLogoutOfAnExpiredTokenIsUnauthorized() {
        TokenAnswer answer = client.auth().login("jane", Marked.PASSWORD).execute();
        fake.clock().advance(Duration.ofHours(25));

        assertThatExceptionOfType(UnauthorizedException.class)
                .isThrownBy(() -> client.auth().logout(answer.accessToken()).execute());
    }

    @Test
    void theSessionsOwnTokensAreNotSpent() throws Exception {
        client.session().login().execute();
        Tokens own = ownTokens();

        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> client.auth().refresh(own.refreshToken()))
                .withMessageContaining("session().renew()");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> client.auth().logout(own.accessToken()))
                .withMessageContaining("session().logout()");
        assertThat(fake.journal().count()).isEqualTo(1);
        assertThat(fake.isRefreshTokenAlive(own.refreshToken())).isTrue();
    }

    @Test
    void anotherSessionOfTheSameUserIsNotTouched() {
        client.session().login().execute();
        TokenAnswer other = client.auth().login("jane", Marked.PASSWORD).execute();

        client.auth().logout(other.accessToken()).execute();

        assertThat(client.certificateRequestTokens(1234).list().execute()).isEmpty();
        assertThat(client.session().state()).isEqualTo(SessionState.ACTIVE);
    }

    private Tokens ownTokens() throws Exception {
        StoredSession stored = store.load(new SessionKey("controlbyweb", fake.baseUrl(), "jane"));
        return stored.tokens();
    }
}
