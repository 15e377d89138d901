package dev.latchkey.core.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.core.SessionExpiredException;
import dev.latchkey.core.auth.Credentials;
import dev.latchkey.core.store.TokenStore;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a session does with credentials that were given to one login; that they leave the memory shows a dump of the heap. */
class ForgottenCredentialsTest {
    private static final Credentials GIVEN = new Credentials("jane", TokenServer.PASSWORD);

    private final TokenServer server = new TokenServer();
    private final ManualTime time = new ManualTime();

    @Test
    void afterALogoutTheyLogNobodyInAgain() throws Exception {
        try (SessionRig rig = new SessionRig(server, time, TokenStore.inMemory(), null, null)) {
            rig.engine.actions().login(GIVEN).get();
            rig.engine.actions().logout().get();
            assertThatThrownBy(() -> rig.engine.actions().login(null).get())
                    .hasCauseInstanceOf(SessionExpiredException.class)
                    .hasMessageContaining("the client has no credentials");
            assertThat(server.logins).hasValue(1);
        }
    }

    @Test
    void untilThenTheyRenewTheSession() throws Exception {
        server.issuesRefreshTokens = false;
        try (SessionRig rig = new SessionRig(server, time, TokenStore.inMemory(), null, null)) {
            rig.engine.actions().login(GIVEN).get();
            for (int renewals = 0; renewals < 3; renewals++) {
                time.advance(Duration.ofHours(2));
                rig.token();
            }
            assertThat(server.logins).hasValue(4);
        }
    }

    @Test
    void theyLogInAgainAfterAnExpiredSession() throws Exception {
        server.issuesRefreshTokens = false;
        try (SessionRig rig = new SessionRig(server, time, TokenStore.inMemory(), null, null)) {
            rig.engine.actions().login(GIVEN).get();
            server.failWith(TokenServer::refusal);
            time.advance(Duration.ofHours(2));
            assertThat(rig.failure()).isInstanceOf(SessionExpiredException.class);
            server.failWith(null);
            rig.engine.actions().login(null).get();
            assertThat(rig.token()).isEqualTo("a2");
        }
    }

    @Test
    void aFailedLoginReplacesNothing() throws Exception {
        try (SessionRig rig =
                new SessionRig(server, time, TokenStore.inMemory(), () -> new Credentials("jane", "builder's"), null)) {
            server.failWith(TokenServer::refusal);
            assertThatThrownBy(() -> rig.engine.actions().login(GIVEN).get()).isNotNull();
            assertThat(rig.engine.snapshot().given().credentials()).isNull();
        }
    }
}
