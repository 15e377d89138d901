package dev.latchkey.core.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.core.RenewalFailedException;
import dev.latchkey.core.SessionExpiredException;
import dev.latchkey.core.auth.SessionState;
import dev.latchkey.core.store.StoredSession;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Two sessions on one store: one began a renewal and left the section without storing what came of it. */
class UnfinishedRenewalTest {
    private final FaultyStore store = new FaultyStore();
    private final TokenServer server = new TokenServer();
    private final ManualTime time = new ManualTime();

    @Test
    void theStoreKnowsOfARenewalBeforeTheServerDoes() throws Exception {
        try (SessionRig rig = SessionRig.on(store, server, time)) {
            rig.token();
            time.advance(Duration.ofHours(2));
            server.hold();
            Caller<String> caller = Caller.start(rig::token);
            await().until(() -> server.refreshes.get() == 1);
            assertThat(kept().renewingSince()).isEqualTo(time.now());
            server.release();
            caller.get();
            assertThat(kept().renewingSince()).isNull();
        }
    }

    @Test
    void whoComesNextWaitsForThePairThatTheFirstCouldNotSave() throws Exception {
        try (SessionRig first = SessionRig.on(store, server, time);
                SessionRig second = SessionRig.on(store, server, time)) {
            first.token();
            second.token();
            time.advance(Duration.ofHours(2));
            store.failSavesAfter(1);
            assertThat(first.token()).isEqualTo("a2");
            assertThat(kept().renewingSince()).isNotNull();

            Caller<String> next = Caller.start(second::token);
            next.awaitWaiting();
            store.failSaves(false);
            assertThat(next.get()).isEqualTo("a2");
            assertThat(server.requests).containsExactly("login jane", "refresh r1");
        }
    }

    @Test
    void whatTheFirstLeftBehindWhenItDiedIsUsedAfterAWhile() throws Exception {
        try (SessionRig rig = SessionRig.on(store, server, time)) {
            rig.token();
        }
        time.advance(Duration.ofHours(2));
        store.answer(kept().renewing(time.now()));
        try (SessionRig rig = new SessionRig(server, time, store, null, null)) {
            assertThat(rig.token()).isEqualTo("a2");
            assertThat(kept().renewingSince()).isNull();
        }
    }

    @Test
    void whoHasCredentialsLogsInWhereTheTokenMayBeOnItsWay() throws Exception {
        try (SessionRig rig = SessionRig.on(store, server, time)) {
            rig.token();
        }
        time.advance(Duration.ofHours(2));
        store.answer(kept().renewing(time.now()));
        store.spent(true);
        try (SessionRig rig = SessionRig.on(store, server, time)) {
            assertThat(rig.token()).isNotNull();
            assertThat(server.requests).containsExactly("login jane", "login jane");
            assertThat(kept().renewingSince()).isNull();
        }
    }

    @Test
    void whoMayHaveBeenTakenOverSendsNothingAndLeavesNoNote() throws Exception {
        try (SessionRig rig = SessionRig.on(store, server, time)) {
            rig.token();
            time.advance(Duration.ofHours(2));
            store.unsure(true);
            assertThat(rig.failure()).isInstanceOf(RenewalFailedException.class).hasMessageContaining("may hold it");
            assertThat(server.requests).containsExactly("login jane");
            assertThat(kept().renewingSince()).isNull();
            store.unsure(false);
            time.advance(Duration.ofMinutes(1));
            assertThat(rig.token()).isEqualTo("a2");
        }
    }

    @Test
    void aRefreshTokenThatIsRejectedLeavesNoNote() throws Exception {
        try (SessionRig rig = SessionRig.on(store, server, time)) {
            rig.token();
        }
        time.advance(Duration.ofHours(2));
        try (SessionRig rig = new SessionRig(server, time, store, null, null)) {
            server.aliveRefresh.clear();
            assertThat(rig.failure()).isInstanceOf(SessionExpiredException.class);
            assertThat(kept().renewingSince()).isNull();
        }
    }

    @Test
    void aRenewalThatFailedLeavesNoNote() throws Exception {
        try (SessionRig rig = SessionRig.on(store, server, time)) {
            rig.token();
            time.advance(Duration.ofHours(2));
            server.failWith(TokenServer::outage);
            assertThat(rig.failure()).isInstanceOf(RenewalFailedException.class);
            assertThat(kept().renewingSince()).isNull();
            assertThat(kept().version()).isEqualTo(1);
        }
    }

    @Test
    void aLogoutEndsTheWait() throws Exception {
        try (SessionRig rig = SessionRig.on(store, server, time)) {
            rig.token();
            time.advance(Duration.ofHours(2));
            store.answer(kept().renewing(time.now()));
            Caller<?> waiting = Caller.start(rig::failure).awaitWaiting();
            assertThat(rig.engine.actions().logout()).succeedsWithin(Duration.ofSeconds(10));
            waiting.get();
            assertThat(rig.engine.view().state()).isEqualTo(SessionState.LOGGED_OUT);
            assertThat(kept().isLoggedOut()).isTrue();
        }
    }

    @Test
    void aRenewalThatTheUserAsksForIsNotJustASave() throws Exception {
        try (SessionRig rig = SessionRig.on(store, server, time)) {
            rig.token();
            time.advance(Duration.ofHours(2));
            store.failSavesAfter(1);
            rig.token();
            store.failSaves(false);
            store.holdSaves();
            store.awaitSave();
            var renewal = rig.engine.actions().renew();
            store.releaseSaves();
            assertThat(renewal).succeedsWithin(Duration.ofSeconds(10));
            assertThat(server.refreshes).hasValue(2);
            assertThat(rig.token()).isEqualTo("a3");
        }
    }

    private StoredSession kept() {
        return Objects.requireNonNull(store.kept());
    }
}
