package dev.latchkey.core.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.core.RenewalFailedException;
import dev.latchkey.core.auth.SessionKey;
import dev.latchkey.core.auth.StoredSession;
import dev.latchkey.core.auth.TokenStore;
import dev.latchkey.core.auth.Tokens;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class StoreTest {
    private final FaultyStore store = new FaultyStore();
    private final TokenServer server = new TokenServer();
    private final ManualTime time = new ManualTime();

    @Test
    void aStoredSessionIsTakenUpWithoutALogin() throws Exception {
        try (SessionRig first = SessionRig.on(store, server, time)) {
            first.token();
        }
        try (SessionRig second = SessionRig.on(store, server, time)) {
            assertThat(second.token()).isEqualTo("a1");
        }
        assertThat(server.logins).hasValue(1);
    }

    @Test
    void aStoredSessionThatHasExpiredIsRefreshed() throws Exception {
        try (SessionRig first = SessionRig.on(store, server, time)) {
            first.token();
        }
        time.advance(Duration.ofHours(3));
        try (SessionRig second = SessionRig.on(store, server, time)) {
            assertThat(second.token()).isEqualTo("a2");
        }
        assertThat(server.requests).containsExactly("login jane", "refresh r1");
    }

    @Test
    void whoComesSecondTakesUpWhatTheFirstHasRenewed() throws Exception {
        try (SessionRig first = SessionRig.on(store, server, time);
                SessionRig second = SessionRig.on(store, server, time)) {
            first.token();
            second.token();
            time.advance(Duration.ofHours(2));
            assertThat(first.token()).isEqualTo("a2");
            assertThat(second.token()).isEqualTo("a2");
            assertThat(server.refreshes).hasValue(1);
        }
    }

    @Test
    void theNewPairIsSavedBeforeAnyoneMayUseIt() throws Exception {
        try (SessionRig rig = SessionRig.on(store, server, time)) {
            rig.token();
            time.advance(Duration.ofHours(2));
            store.holdSaves();
            Caller<String> caller = Caller.start(rig::token);
            store.awaitSave();
            assertThat(caller.awaitWaiting().isDone()).isFalse();
            store.releaseSaves();
            assertThat(caller.get()).isEqualTo("a2");
        }
    }

    @Test
    void aFailedSaveKeepsThePairInMemoryAndSavesItLaterByItself() throws Exception {
        try (SessionRig rig = SessionRig.on(store, server, time)) {
            rig.token();
            time.advance(Duration.ofHours(2));
            store.failSavesAfter(1);
            assertThat(rig.token()).isEqualTo("a2");
            assertThat(rig.token()).isEqualTo("a2");
            await().until(() -> rig.events.contains("storeFailed"));
            assertThat(storedRefreshToken()).isEqualTo("r1");

            store.failSaves(false);
            await().until(() -> storedRefreshToken().equals("r2"));
            assertThat(rig.token()).isEqualTo("a2");
            assertThat(server.refreshes).hasValue(1);
        }
    }

    @Test
    void theDeadPairLeftInTheStoreIsNeverTakenUp() throws Exception {
        try (SessionRig rig = SessionRig.on(store, server, time)) {
            rig.token();
            time.advance(Duration.ofHours(2));
            store.failSavesAfter(1);
            Authorization unsaved = rig.authorization();
            assertThat(rig.tokenAfterRefusal(unsaved)).isEqualTo("a3");
            time.advance(Duration.ofHours(2));
            assertThat(rig.token()).isEqualTo("a4");
            assertThat(server.requests).containsExactly("login jane", "refresh r1", "refresh r2", "refresh r3");
        }
    }

    @Test
    void aTokenThatIsStillGoodIsNotRenewedWhileNothingCanBeSaved() throws Exception {
        try (SessionRig rig = SessionRig.on(store, server, time)) {
            rig.token();
            time.advance(Duration.ofMinutes(57));
            store.failSaves(true);
            assertThat(rig.token()).isEqualTo("a1");
            await().until(() -> rig.events.contains("storeFailed"));
            assertThat(server.refreshes).hasValue(0);
        }
    }

    @Test
    void aBrokenStoreIsReportedAndDoneWithout() throws Exception {
        store.broken(true);
        try (SessionRig rig = SessionRig.on(store, server, time)) {
            assertThat(rig.token()).isEqualTo("a1");
            await().until(() -> rig.events.contains("storeFailed"));
        }
    }

    @Test
    void aBusyStoreIsReadAndElseWaitedFor() throws Exception {
        try (SessionRig first = SessionRig.on(store, server, time);
                SessionRig second = SessionRig.on(store, server, time)) {
            first.token();
            second.token();
            time.advance(Duration.ofHours(2));
            store.busy(true);
            assertThat(second.failure()).isInstanceOf(RenewalFailedException.class);
            assertThat(server.refreshes).hasValue(0);
            store.busy(false);
            first.token();
            store.busy(true);
            time.advance(Duration.ofSeconds(1));
            assertThat(second.token()).isEqualTo("a2");
        }
    }

    @Test
    void aSessionOfAnotherKeyIsNotUsed() throws Exception {
        SessionKey other = new SessionKey("test", "https://evil.test", "jane");
        store.answer(new StoredSession(other, 1, 9, new Tokens("evil", "evil", null), time.now(), null, null, null));
        try (SessionRig rig = SessionRig.on(store, server, time)) {
            assertThat(rig.token()).isEqualTo("a1");
            await().until(() -> rig.events.contains("storeFailed"));
        }
    }

    private String storedRefreshToken() {
        return Objects.requireNonNull(Objects.requireNonNull(
                        Objects.requireNonNull(store.load(SessionRig.KEY)).tokens())
                .refreshToken());
    }

    @Test
    void anEmptyStoreIsFilledByALogin() {
        TokenStore empty = TokenStore.inMemory();
        try (SessionRig rig = SessionRig.on(empty, server, time)) {
            assertThat(rig.engine.actions().login(null)).succeedsWithin(Duration.ofSeconds(10));
            assertThat(rig.engine.view().expiresAt()).isPresent();
        }
    }
}
