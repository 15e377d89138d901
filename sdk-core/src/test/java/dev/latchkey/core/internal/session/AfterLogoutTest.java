package dev.latchkey.core.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.core.SessionExpiredException;
import dev.latchkey.core.SessionExpiredException.Reason;
import dev.latchkey.core.auth.LogoutResult;
import dev.latchkey.core.auth.SessionState;
import dev.latchkey.core.auth.StoredSession;
import dev.latchkey.core.auth.Tokens;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A logout is for all who share the store, also if the store is away at that moment. */
class AfterLogoutTest {
    private final FaultyStore store = new FaultyStore();
    private final TokenServer server = new TokenServer();
    private final ManualTime time = new ManualTime();

    @Test
    void aLogoutWhileTheStoreIsAwayIsWrittenOnceItIsBack() throws Exception {
        try (SessionRig rig = SessionRig.on(store, server, time)) {
            rig.token();
            store.broken(true);
            assertThat(rig.engine.actions().logout()).succeedsWithin(Duration.ofSeconds(10));
            assertThat(kept().isLoggedOut()).isFalse();
            store.broken(false);
            await().until(() -> kept().isLoggedOut());
            assertThat(rig.events).containsOnlyOnce("loggedOut SERVER");
            assertThat(rig.events).doesNotContain("loggedOut LOCAL_ONLY");
        }
        try (SessionRig next = new SessionRig(server, time, store, null, null)) {
            assertThat(((SessionExpiredException) next.failure()).reason()).isEqualTo(Reason.LOGGED_OUT);
        }
    }

    @Test
    void aLogoutThatCouldOnlyNotBeSavedIsWrittenLaterToo() throws Exception {
        try (SessionRig rig = SessionRig.on(store, server, time)) {
            rig.token();
            store.failSaves(true);
            assertThat(rig.engine.actions().logout()).succeedsWithin(Duration.ofSeconds(10));
            store.failSaves(false);
            await().until(() -> kept().isLoggedOut());
        }
    }

    @Test
    void aLogoutForWhichThereWasNoThreadIsWrittenOnceThereIsOne() throws Exception {
        ManualThreads tasks = new ManualThreads();
        SessionEngine engine = SessionRig.steered(store, server, time, tasks.ofSession(), new WaitingRoom(time, false));
        CompletableFuture<SessionState> login = engine.actions().login(null);
        tasks.runAll();
        assertThat(login).isCompleted();
        tasks.refuse(true);
        assertThat(engine.actions().logout()).isCompletedWithValue(LogoutResult.LOCAL_ONLY);
        tasks.refuse(false);
        await().until(() -> {
            tasks.runAll();
            return kept().isLoggedOut();
        });
        tasks.shutdown();
    }

    @Test
    void itIsWrittenAtTheCloseAtTheLatest() throws Exception {
        SessionRig rig = SessionRig.on(store, server, time);
        rig.token();
        store.broken(true);
        assertThat(rig.engine.actions().logout()).succeedsWithin(Duration.ofSeconds(10));
        await().during(Duration.ofMillis(400)).until(() -> !kept().isLoggedOut()); // The next try is a while away.
        store.broken(false);
        rig.close();
        assertThat(kept().isLoggedOut()).isTrue();
    }

    @Test
    void aNewerSessionIsNotBuriedButTakenUp() throws Exception {
        try (SessionRig rig = SessionRig.on(store, server, time)) {
            rig.token();
            store.broken(true);
            assertThat(rig.engine.actions().logout()).succeedsWithin(Duration.ofSeconds(10));
            StoredSession old = kept();
            store.answer(new StoredSession(
                    SessionRig.KEY,
                    old.generation() + 2,
                    old.version() + 1,
                    new Tokens("elsewhere", null, null),
                    time.now(),
                    Duration.ofHours(1),
                    null,
                    null));
            store.broken(false);
            await().until(() -> rig.engine.view().state() == SessionState.ACTIVE);
            assertThat(rig.token()).isEqualTo("elsewhere");
            assertThat(kept().isLoggedOut()).isFalse();
        }
    }

    @Test
    void aLoginElsewhereBringsTheOthersBack() throws Exception {
        try (SessionRig first = SessionRig.on(store, server, time);
                SessionRig second = SessionRig.on(store, server, time)) {
            first.token();
            second.token();
            assertThat(first.engine.actions().logout()).succeedsWithin(Duration.ofSeconds(10));
            assertThat(((SessionExpiredException) first.failure()).reason()).isEqualTo(Reason.LOGGED_OUT);
            assertThat(second.engine.actions().renew()).failsWithin(Duration.ofSeconds(10));

            assertThat(second.engine.actions().login(null)).succeedsWithin(Duration.ofSeconds(10));
            assertThat(((SessionExpiredException) first.failure()).reason()).isEqualTo(Reason.LOGGED_OUT);
            time.advance(Duration.ofSeconds(1));
            assertThat(first.token()).isEqualTo(second.token());
            await().untilAsserted(() -> assertThat(first.events).endsWith("loggedOut SERVER", "renewed"));
        }
    }

    /** The store comes back with the logout of last week. */
    @Test
    void aLoginWhileTheStoreIsAwayOutlivesAnOldLogout() throws Exception {
        try (SessionRig before = SessionRig.on(store, server, time)) {
            for (int i = 0; i < 3; i++) {
                assertThat(before.engine.actions().login(null)).succeedsWithin(Duration.ofSeconds(10));
                assertThat(before.engine.actions().logout()).succeedsWithin(Duration.ofSeconds(10));
            }
        }
        StoredSession tombstone = kept();
        time.advance(Duration.ofDays(7));
        store.broken(true);
        try (SessionRig rig = SessionRig.on(store, server, time)) {
            assertThat(rig.engine.actions().login(null)).succeedsWithin(Duration.ofSeconds(10));
            store.broken(false);
            await().until(() -> !kept().isLoggedOut());
            assertThat(kept().version()).isEqualTo(tombstone.version() + 1);
            assertThat(kept().generation()).isGreaterThan(tombstone.generation());
            assertThat(rig.token()).isEqualTo("a4");
            assertThat(rig.engine.view().state()).isEqualTo(SessionState.ACTIVE);
        }
    }

    /** Its refresh token was spent meanwhile, still without the store. */
    @Test
    void whatFollowsOnSuchALoginOutlivesItToo() throws Exception {
        try (SessionRig before = SessionRig.on(store, server, time)) {
            assertThat(before.engine.actions().login(null)).succeedsWithin(Duration.ofSeconds(10));
            assertThat(before.engine.actions().logout()).succeedsWithin(Duration.ofSeconds(10));
        }
        time.advance(Duration.ofDays(7));
        store.broken(true);
        try (SessionRig rig = SessionRig.on(store, server, time)) {
            assertThat(rig.engine.actions().login(null)).succeedsWithin(Duration.ofSeconds(10));
            assertThat(rig.engine.actions().renew()).succeedsWithin(Duration.ofSeconds(10));
            store.broken(false);
            assertThat(rig.engine.actions().renew()).succeedsWithin(Duration.ofSeconds(10));
            await().until(() -> !kept().isLoggedOut());
            assertThat(rig.engine.view().state()).isEqualTo(SessionState.ACTIVE);
        }
    }

    @Test
    void aLogoutAfterSuchALoginCounts() throws Exception {
        store.broken(true);
        try (SessionRig rig = SessionRig.on(store, server, time)) {
            assertThat(rig.engine.actions().login(null)).succeedsWithin(Duration.ofSeconds(10));
            time.advance(Duration.ofSeconds(1));
            store.answer(new StoredSession(SessionRig.KEY, 5, 7, null, time.now(), null, null, null));
            store.broken(false);
            await().until(() -> rig.engine.view().state() == SessionState.LOGGED_OUT);
        }
    }

    @Test
    void anOldSessionInTheStoreGivesWayToo() throws Exception {
        store.answer(new StoredSession(
                SessionRig.KEY,
                5,
                7,
                new Tokens("old", "gone", null),
                time.now().minus(Duration.ofDays(7)),
                Duration.ofHours(1),
                null,
                null));
        store.broken(true);
        try (SessionRig rig = SessionRig.on(store, server, time)) {
            assertThat(rig.engine.actions().login(null)).succeedsWithin(Duration.ofSeconds(10));
            store.broken(false);
            await().until(() -> kept().version() == 8);
            assertThat(rig.token()).isEqualTo("a1");
            assertThat(server.requests).containsExactly("login jane");
        }
    }

    private StoredSession kept() {
        return Objects.requireNonNull(store.kept());
    }
}
