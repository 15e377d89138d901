package dev.latchkey.controlbyweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.SessionExpiredException;
import dev.latchkey.core.SessionExpiredException.Reason;
import dev.latchkey.core.store.TokenStore;
import dev.latchkey.fake.controlbyweb.FakeControlByWeb;
import dev.latchkey.fake.junit.Fake;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RefreshTokenStartTest {
    private static final String TOKEN = "/v1/auth/token";

    @Fake
    final FakeControlByWeb fake = Marked.fake("jane");

    private final TokenStore store = TokenStore.inMemory();
    private String refreshToken = "";

    @BeforeEach
    void logInElsewhere() {
        try (ControlByWebClient elsewhere =
                ControlByWebClient.builder().baseUrl(fake.baseUrl()).build()) {
            TokenAnswer login = elsewhere.auth().login("jane", Marked.PASSWORD).execute();
            refreshToken = Objects.requireNonNull(login.refreshToken());
        }
        fake.journal().clear();
    }

    @Test
    void theFirstCallSpendsTheTokenAndTheStoreKeepsItsSuccessor() {
        try (ControlByWebClient client = open().build()) {
            client.certificateRequestTokens(1234).list().execute();
            assertThat(client.profile()).isEmpty();
        }
        try (ControlByWebClient restarted = open().build()) {
            restarted.certificateRequestTokens(1234).list().execute();
            restarted.session().renew().execute();
        }

        assertThat(fake.journal().requests("POST", TOKEN)).hasSize(2).allSatisfy(request -> {
            assertThat(request.status()).isEqualTo(200);
            assertThat(request.body()).contains("grant_type=refresh_token");
        });
        assertThat(fake.refreshTokensPresentedMoreThanOnce()).isEmpty();
    }

    @Test
    void aTokenThatIsSpentEndsTheSessionOfAClientWithoutCredentials() {
        spend();
        try (ControlByWebClient client = open().build()) {
            assertThatThrownBy(
                            () -> client.certificateRequestTokens(1234).list().execute())
                    .isInstanceOfSatisfying(
                            SessionExpiredException.class,
                            e -> assertThat(e.reason()).isEqualTo(Reason.REFRESH_REJECTED));
        }
    }

    @Test
    void behindATokenThatIsSpentTheCredentialsAreUsed() {
        spend();
        try (ControlByWebClient client =
                open().credentials("jane", Marked.PASSWORD).build()) {
            client.certificateRequestTokens(1234).list().execute();
            assertThat(client.profile()).isPresent();
        }
    }

    @Test
    void aBlankTokenIsRefused() {
        assertThatThrownBy(() -> ControlByWebClient.builder().refreshToken(" "))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("refresh token");
    }

    private void spend() {
        try (ControlByWebClient other =
                ControlByWebClient.builder().baseUrl(fake.baseUrl()).build()) {
            other.auth().refresh(refreshToken).execute();
        }
    }

    private ControlByWebClient.Builder open() {
        return ControlByWebClient.builder()
                .baseUrl(fake.baseUrl())
                .refreshToken(refreshToken)
                .identity("jane")
                .tokenStore(store);
    }
}
