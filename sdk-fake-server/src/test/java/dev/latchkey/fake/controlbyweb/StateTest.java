package dev.latchkey.fake.controlbyweb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.fake.Client;
import dev.latchkey.fake.Client.Answer;
import dev.latchkey.fake.Tested;
import dev.latchkey.fake.internal.Json;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a test does to the fake's state, in Java and by the control endpoints. */
class StateTest {
    @Tested
    final FakeControlByWeb fake = FakeControlByWeb.withUser("admin", "secret");

    private final Client client = new Client(fake);

    @BeforeEach
    void addJane() {
        fake.serveControlEndpoints();
        fake.addUser(FakeUser.builder("jane", "hers").build());
    }

    @Test
    void aChangedPasswordIsTheOneThatLogsIn() throws Exception {
        fake.changePassword("jane", "hers now");

        assertThat(client.logIn("jane", "hers").status()).isEqualTo(400);
        assertThat(client.logIn("jane", "hers now").status()).isEqualTo(200);
    }

    @Test
    void changedPermissionsAreToldAtTheNextLogin() throws Exception {
        fake.changePermissions("jane", List.of("Add Users"));

        Answer login = client.logIn("jane", "hers");

        assertThat(login.members()).containsEntry("permissions", List.of("Add Users"));
        assertThat(login.members()).containsEntry("user_id", 2L);
    }

    @Test
    void theTokensOfOneUserMayBeRevoked() {
        IssuedTokens admin = fake.logIn("admin");
        IssuedTokens jane = fake.logIn("jane");

        fake.revokeAccessTokens("jane");
        assertThat(fake.isAccessTokenAlive(jane.accessToken())).isFalse();
        assertThat(fake.isRefreshTokenAlive(jane.refreshToken())).isTrue();
        fake.endSessions("jane");
        assertThat(fake.isRefreshTokenAlive(jane.refreshToken())).isFalse();
        assertThat(fake.isAccessTokenAlive(admin.accessToken())).isTrue();

        fake.endSessions();
        assertThat(fake.isAccessTokenAlive(admin.accessToken())).isFalse();
        assertThat(fake.isRefreshTokenAlive(admin.refreshToken())).isFalse();
    }

    @Test
    void theControlEndpointsRevokeAccessTokensAndEndSessions() throws Exception {
        IssuedTokens tokens = fake.logIn("admin");

        assertThat(client.control("POST", "revoke-access-tokens", "").status()).isEqualTo(200);
        assertThat(fake.isAccessTokenAlive(tokens.accessToken())).isFalse();
        assertThat(fake.isRefreshTokenAlive(tokens.refreshToken())).isTrue();

        assertThat(client.control("POST", "end-sessions", "").status()).isEqualTo(200);
        assertThat(fake.isRefreshTokenAlive(tokens.refreshToken())).isFalse();
    }

    @Test
    void theControlEndpointsShowTheMailbox() throws Exception {
        client.postForm("/v1/auth/reset-password", "email", "jane@example.com");

        List<?> mails = (List<?>) client.control("GET", "mailbox", null).json();

        assertThat(mails).hasSize(1);
        assertThat(Json.asObject(mails.get(0)))
                .containsEntry("to", "jane@example.com")
                .containsEntry(
                        "token", fake.mailbox().newest("jane@example.com").token());
    }

    @Test
    void clearingTheTracesKeepsTheStateAndEmptiesTheMailbox() throws Exception {
        IssuedTokens tokens = fake.logIn("admin");
        client.postForm("/v1/auth/reset-password", "email", "jane@example.com");

        fake.clearTraces();

        assertThat(fake.isAccessTokenAlive(tokens.accessToken())).isTrue();
        assertThat(fake.mailbox().mails()).isEmpty();
        assertThat(fake.journal().count()).isZero();
    }

    @Test
    void clearingTheTracesForgetsCountedRequestsAndLetsTheNextMailGoOut() throws Exception {
        fake.settings().tokenRequestsPerMinute(1);
        for (int test = 0; test < 2; test++) {
            fake.clock().advance(Duration.ofHours(1));
            assertThat(client.logIn("admin", "secret").status()).isEqualTo(200);
            assertThat(client.logIn("admin", "secret").status()).isEqualTo(429);
            client.postForm("/v1/auth/reset-password", "email", "jane@example.com");
            client.postForm("/v1/auth/reset-password", "email", "jane@example.com");
            assertThat(fake.mailbox().mails()).hasSize(1);
            fake.clearTraces();
        }
    }
}
