package dev.latchkey.core.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.core.RenewalFailedException;
import dev.latchkey.core.auth.Tokens;
import dev.latchkey.core.store.SessionKey;
import dev.latchkey.core.store.StoredSession;
import dev.latchkey.core.store.TokenStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

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
            time.advance(Duration.ofSeconds(2));
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

    static Stream<StoredSession> damaged() {
        Tokens good = new Tokens("stored", "stored", null);
        return Stream.of(
                stored(1, 9, new Tokens("stored\r\nX-Admin: 1", null, null), null),
                stored(1, 9, new Tokens("", null, null), null),
                stored(1, 9, new Tokens("stored", "stored\n", null), null),
                stored(1, 9, new Tokens("stored", "", null), null),
                stored(1, 9, new Tokens("stored", " ", null), null),
                stored(Long.MAX_VALUE, 9, good, null),
                stored(1, Long.MAX_VALUE, good, null),
                stored(-1, 9, good, null),
                stored(1, -1, good, null),
                stored(Long.MAX_VALUE, 9, null, null));
    }

    @ParameterizedTest
    @MethodSource("damaged")
    void whatNoSessionWouldHaveStoredIsReportedAndReplacedByALogin(StoredSession damaged) throws Exception {
        store.answer(damaged);
        try (SessionRig rig = SessionRig.on(store, server, time)) {
            assertThat(rig.token()).isEqualTo("a1");
            await().until(() -> rig.events.contains("storeFailed"));
            assertThat(storedRefreshToken()).isEqualTo("r1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-999999999-01-01T00:00:00Z", "0000-01-01T00:00:00Z"})
    void aSessionOfAnotherAgeHasExpired(Instant obtainedAt) throws Exception {
        Tokens tokens = new Tokens("stored", null, null);
        store.answer(new StoredSession(SessionRig.KEY, 1, 9, tokens, obtainedAt, Duration.ofHours(1), null, null));
        try (SessionRig rig = SessionRig.on(store, server, time)) {
            assertThat(rig.token()).isEqualTo("a1");
        }
    }

    @Test
    void aRefreshTokenOfAVendorThatHasNoneIsPassedOver() throws Exception {
        store.answer(stored(1, 9, new Tokens("stored", "stored", null), Duration.ofHours(1)));
        server.knowsRefreshTokens = false;
        try (SessionRig rig = SessionRig.on(store, server, time)) {
            assertThat(rig.token()).isEqualTo("a1");
        }
    }

    @Test
    void aTokenThatCannotBeSentIsNotStored() throws Exception {
        server.endOfTokens = "\r\nX-Admin: 1";
        try (SessionRig rig = SessionRig.on(store, server, time)) {
            assertThat(rig.failure()).isInstanceOf(RenewalFailedException.class);
            assertThat(Objects.requireNonNull(store.kept()).tokens()).isNull();
            server.endOfTokens = "";
            time.advance(Duration.ofMinutes(1));
            assertThat(rig.token()).isEqualTo("a2");
        }
    }

    private static StoredSession stored(
            long generation, long version, @Nullable Tokens tokens, @Nullable Duration lifetime) {
        return new StoredSession(SessionRig.KEY, generation, version, tokens, Instant.EPOCH, lifetime, null, null);
    }

    private String storedRefreshToken() {
        return Objects.requireNonNull(
                Objects.requireNonNull(Objects.requireNonNull(store.kept()).tokens())
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
