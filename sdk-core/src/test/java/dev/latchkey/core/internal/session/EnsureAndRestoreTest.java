package dev.latchkey.core.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.latchkey.core.RenewalFailedException;
import dev.latchkey.core.SessionExpiredException;
import dev.latchkey.core.auth.SessionState;
import dev.latchkey.core.store.SessionKey;
import dev.latchkey.core.store.StoredSession;
import dev.latchkey.core.store.TokenStore;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class EnsureAndRestoreTest {
    private final TokenServer server = new TokenServer();
    private final ManualTime time = new ManualTime();
    private final TokenStore store = TokenStore.inMemory();

    private SessionRig rig() {
        return SessionRig.on(store, server, time);
    }

    private static SessionState ensured(SessionRig rig) throws Exception {
        return rig.engine.actions().ensure().get(10, TimeUnit.SECONDS);
    }

    private static SessionState restored(SessionRig rig) throws Exception {
        return rig.engine.actions().restore().get(10, TimeUnit.SECONDS);
    }

    @Test
    void ensuringLogsInOnceAndThenUsesWhatThereIs() throws Exception {
        try (SessionRig rig = rig()) {
            assertThat(ensured(rig)).isEqualTo(SessionState.ACTIVE);
            assertThat(ensured(rig)).isEqualTo(SessionState.ACTIVE);
        }
        try (SessionRig restarted = rig()) {
            assertThat(ensured(restarted)).isEqualTo(SessionState.ACTIVE);
        }
        assertThat(server.requests).containsExactly("login jane");
    }

    @Test
    void ensuringRenewsWhatHasEnded() throws Exception {
        try (SessionRig rig = rig()) {
            ensured(rig);
        }
        time.advance(Duration.ofHours(2));
        try (SessionRig restarted = rig()) {
            assertThat(ensured(restarted)).isEqualTo(SessionState.ACTIVE);
        }
        assertThat(server.requests).containsExactly("login jane", "refresh r1");
    }

    @Test
    void ensuringWaitsThroughAShortOutageWithoutAThread() throws Exception {
        server.failWith(TokenServer::outage);
        try (SessionRig rig = SessionRig.patient(server, store, SessionRig.JANE)) {
            CompletableFuture<SessionState> ensured = rig.engine.actions().ensure();
            await().until(() -> rig.events.contains("renewalFailed RenewalFailedException"));
            assertThat(ensured).isNotDone();
            server.failWith(null);
            rig.advance(Duration.ofMillis(1300));
            assertThat(ensured.get(10, TimeUnit.SECONDS)).isEqualTo(SessionState.ACTIVE);
            assertThat(server.logins).hasValue(2);
        }
    }

    @Test
    void ensuringFailsWithTheCauseWhereNobodyIsToWait() {
        server.failWith(TokenServer::outage);
        try (SessionRig rig = rig()) {
            assertThatThrownBy(() -> ensured(rig)).hasCauseInstanceOf(RenewalFailedException.class);
        }
    }

    @Test
    void ensuringAfterALogoutFails() throws Exception {
        try (SessionRig rig = rig()) {
            ensured(rig);
            rig.engine.actions().logout().get();
            assertThatThrownBy(() -> ensured(rig)).hasCauseInstanceOf(SessionExpiredException.class);
        }
    }

    @Test
    void aHookThatEnsuresItsOwnClientIsToldSo() {
        SessionRig[] own = new SessionRig[1];
        try (SessionRig rig = new SessionRig(
                server,
                time,
                store,
                () -> {
                    own[0].engine.actions().ensure().join();
                    return SessionRig.JANE.get();
                },
                null)) {
            own[0] = rig;
            assertThat(rig.failure()).hasMessageContaining("called the client it serves");
        }
    }

    @Test
    void restoringTakesUpWhatTheStoreHasWithoutTheServer() throws Exception {
        try (SessionRig rig = rig()) {
            ensured(rig);
        }
        server.failWith(TokenServer::outage);
        try (SessionRig restarted = rig()) {
            assertThat(restarted.engine.view().state()).isEqualTo(SessionState.NEW);
            assertThat(restored(restarted)).isEqualTo(SessionState.ACTIVE);
            assertThat(restarted.token()).isEqualTo("a1");
        }
        assertThat(server.requests).containsExactly("login jane");
    }

    @Test
    void aRestoredTokenMayHaveEnded() throws Exception {
        try (SessionRig rig = rig()) {
            ensured(rig);
        }
        time.advance(Duration.ofHours(2));
        try (SessionRig restarted = rig()) {
            assertThat(restored(restarted)).isEqualTo(SessionState.RENEWAL_DUE);
            assertThat(restarted.token()).isEqualTo("a2");
        }
    }

    @Test
    void anEmptyStoreRestoresNothing() throws Exception {
        try (SessionRig rig = rig()) {
            assertThat(restored(rig)).isEqualTo(SessionState.NEW);
            assertThat(rig.events).isEmpty();
            assertThat(rig.engine.view().status().lastFailure()).isNull();
        }
        assertThat(server.requests).isEmpty();
    }

    @Test
    void aLogoutElsewhereIsRestoredToo() throws Exception {
        try (SessionRig rig = rig();
                SessionRig other = rig()) {
            ensured(rig);
            ensured(other);
            other.engine.actions().logout().get();
            time.advance(Duration.ofHours(2));
            assertThat(restored(rig)).isEqualTo(SessionState.LOGGED_OUT);
        }
    }

    @Test
    void aStoreThatCannotBeReadFailsTheRestore() {
        TokenStore away = new TokenStore() {
            @Override
            public StoredSession load(SessionKey key) throws IOException {
                throw new IOException("disk is gone");
            }

            @Override
            public <T> T exclusively(SessionKey key, Duration maxWait, Section<T> section) throws IOException {
                throw new IOException("disk is gone");
            }
        };
        try (SessionRig rig = SessionRig.on(away, server, time)) {
            assertThatThrownBy(() -> restored(rig))
                    .hasCauseInstanceOf(RenewalFailedException.class)
                    .hasMessageContaining("the token store could not be read");
            await().untilAsserted(() -> assertThat(rig.events).containsExactly("storeFailed"));
        }
    }
}
