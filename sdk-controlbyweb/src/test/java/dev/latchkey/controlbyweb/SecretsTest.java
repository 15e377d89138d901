package dev.latchkey.controlbyweb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.ApiException;
import dev.latchkey.core.ApiResponse;
import dev.latchkey.core.auth.Credentials;
import dev.latchkey.core.store.TokenStore;
import dev.latchkey.fake.controlbyweb.FakeControlByWeb;
import dev.latchkey.fake.junit.Fake;
import dev.latchkey.leakcheck.SecretLeaks;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecretsTest {
    private static final String MARKER = SecretLeaks.MARKER;

    @Fake
    final FakeControlByWeb fake = Marked.fake("jane");

    @Test
    void recordsShowNoSecret() {
        TokenAnswer tokens = new TokenAnswer("Bearer", Duration.ofDays(1), MARKER, MARKER, null);
        PasswordReset reset = new PasswordReset("jane@example.com", MARKER, MARKER);
        CertificateRequestToken token = new CertificateRequestToken("6", MARKER, Instant.EPOCH, Instant.EPOCH);

        assertThat(List.of(tokens, reset, token).toString())
                .contains("PT24H", "jane@example.com", "id=6")
                .doesNotContain(MARKER);
    }

    @Test
    void nothingThatAClientHandsOutShowsASecret() {
        TokenStore store = TokenStore.inMemory();
        ControlByWebClient.Builder builder = ControlByWebClient.builder()
                .baseUrl(fake.baseUrl())
                .credentials("jane", Marked.PASSWORD)
                .tokenStore(store);
        try (ControlByWebClient client = builder.build()) {
            TokenAnswer login = client.auth().login("jane", Marked.PASSWORD).execute();
            CertificateRequestTokens tokens = client.certificateRequestTokens(1234);
            CertificateRequestToken token = tokens.create().execute();
            ApiResponse<List<CertificateRequestToken>> listed = tokens.list().executeForResponse();
            assertThat(login.accessToken()).contains(MARKER);
            assertThat(token.token()).contains(MARKER);

            assertThat(List.of(
                                    builder,
                                    client,
                                    client.session(),
                                    client.auth(),
                                    client.auth().login("jane", Marked.PASSWORD),
                                    client.auth().refresh(login.refreshToken()),
                                    client.auth().logout(login.accessToken()),
                                    tokens,
                                    tokens.delete(token.token()),
                                    login,
                                    token,
                                    listed,
                                    listed.value(),
                                    client.profile(),
                                    store)
                            .toString())
                    .doesNotContain(MARKER);
            assertThat(listed.rawBody()).isNull();
            assertThat(fake.journal().toString()).doesNotContain(MARKER);
        }
    }

    @Test
    void noFailureShowsASecret() {
        try (ControlByWebClient client = ControlByWebClient.builder()
                .baseUrl(fake.baseUrl())
                .credentials("jane", "wrong-" + MARKER)
                .build()) {
            PasswordReset reset = new PasswordReset("jane@example.com", "mail-" + MARKER, Marked.PASSWORD);

            requireNoSecret(() -> client.auth().login("jane", "wrong-" + MARKER).execute());
            requireNoSecret(() -> client.auth().refresh("refresh-" + MARKER).execute());
            requireNoSecret(() -> client.auth().logout("access-" + MARKER).execute());
            requireNoSecret(() -> client.auth().resetPassword(reset).execute());
            requireNoSecret(() -> client.certificateRequestTokens(1234).list().execute());
            client.session().login(new Credentials("jane", Marked.PASSWORD)).execute();
            requireNoSecret(() -> client.certificateRequestTokens(1234)
                    .delete("token-" + MARKER)
                    .execute());
        }
    }

    private static void requireNoSecret(Runnable call) {
        try {
            call.run();
        } catch (ApiException e) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            assertThat(trace.toString() + e.rawBody()).doesNotContain(MARKER);
            return;
        }
        throw new AssertionError("the call should have failed");
    }
}
