package dev.latchkey.core.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.latchkey.core.ApiIOException;
import dev.latchkey.core.ClientClosedException;
import dev.latchkey.core.RenewalFailedException;
import dev.latchkey.core.auth.LogoutResult;
import dev.latchkey.core.auth.SessionState;
import dev.latchkey.core.auth.TokenStore;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class CloseTest {

    @Test
    void aRenewalInFlightSavesItsPairWhileItsWaitersFail() throws Exception {
        TokenStore store = TokenStore.inMemory();
        SessionRig rig = SessionRig.on(store, new TokenServer(), new ManualTime());
        rig.token();
        rig.time.advance(Duration.ofHours(2));
        rig.server.hold();
        Caller<String> waiter = Caller.start(rig::token).awaitWaiting();
        await().until(() -> rig.server.refreshes.get() == 1);

        Caller<Boolean> close = Caller.start(() -> {
            rig.close();
            return true;
        });
        assertThatThrownBy(waiter::get)
                .cause()
                .isInstanceOfSatisfying(
                        ApiIOException.class, e -> assertThat(e.reason()).isInstanceOf(ClientClosedException.class));
        assertThat(close.awaitWaiting().isDone()).isFalse();
        rig.server.release();
        close.get();

        var stored = Objects.requireNonNull(store.load(SessionRig.KEY));
        assertThat(stored.version()).isEqualTo(2);
        assertThat(Objects.requireNonNull(stored.tokens()).refreshToken()).isEqualTo("r2");
    }

    /** {@code shutdownNow()}, and then the end of try-with-resources. */
    @Test
    void anInterruptedThreadWaitsForTheRenewalAsAnyOther() throws Exception {
        TokenStore store = TokenStore.inMemory();
        SessionRig rig = SessionRig.on(store, new TokenServer(), new ManualTime());
        rig.token();
        rig.time.advance(Duration.ofHours(2));
        rig.server.hold();
        Caller<String> waiter = Caller.start(rig::token).awaitWaiting();
        await().until(() -> rig.server.refreshes.get() == 1);

        Caller<Boolean> close = Caller.start(() -> {
            Thread.currentThread().interrupt();
            rig.close();
            return Thread.interrupted();
        });
        assertThatThrownBy(waiter::get).cause().isInstanceOf(ApiIOException.class);
        close.awaitWaiting();
        close.interrupt();
        assertThat(close.awaitWaiting().isDone()).isFalse();
        rig.server.release();

        assertThat(close.get()).isTrue();
        assertThat(Objects.requireNonNull(store.load(SessionRig.KEY)).version()).isEqualTo(2);
    }

    @Test
    void aRenewalThatOnlyWaitsForItsTurnInTheStoreHoldsNobodyUp() throws Exception {
        TokenStore store = TokenStore.inMemory();
        CountDownLatch other = new CountDownLatch(1);
        CountDownLatch inside = new CountDownLatch(1);
        Caller<Boolean> holder = Caller.start(() -> store.exclusively(SessionRig.KEY, Duration.ZERO, entry -> {
            inside.countDown();
            StuckStore.awaitUninterruptibly(other);
            return true;
        }));
        inside.await();
        SessionRig rig = SessionRig.on(store, new TokenServer(), new ManualTime());
        Caller<String> waiter = Caller.start(rig::token).awaitWaiting();
        long start = System.nanoTime();
        rig.close();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
        assertThatThrownBy(waiter::get).cause().isInstanceOf(ApiIOException.class);
        other.countDown();
        assertThat(holder.get()).isTrue();
        assertThat(rig.server.requests).isEmpty();
    }

    @Test
    void loginsThatAreQueuedFail() throws Exception {
        SessionRig rig = SessionRig.withCredentials();
        rig.server.hold();
        Caller<String> waiter = Caller.start(rig::token).awaitWaiting();
        rig.server.awaitArrival();
        List<CompletableFuture<SessionState>> logins = List.of(
                rig.engine.actions().login(null),
                rig.engine.actions().login(null),
                rig.engine.actions().login(null));
        Caller<Boolean> close = Caller.start(() -> {
            rig.close();
            return true;
        });
        assertThatThrownBy(waiter::get);
        rig.server.release();
        close.get();
        for (CompletableFuture<SessionState> login : logins) {
            assertThat(login)
                    .failsWithin(Duration.ofSeconds(10))
                    .withThrowableThat()
                    .withCauseInstanceOf(ClientClosedException.class);
        }
        assertThat(rig.server.logins).hasValue(1);
    }

    @Test
    void aLogoutThatIsQueuedStillEndsTheSession() throws Exception {
        TokenStore store = TokenStore.inMemory();
        SessionRig rig = SessionRig.on(store, new TokenServer(), new ManualTime());
        rig.token();
        rig.time.advance(Duration.ofHours(2));
        rig.server.hold();
        Caller<String> waiter = Caller.start(rig::token).awaitWaiting();
        await().until(() -> rig.server.refreshes.get() == 1);
        CompletableFuture<LogoutResult> logout = rig.engine.actions().logout();
        assertThatThrownBy(waiter::get);
        Caller<Boolean> close = Caller.start(() -> {
            rig.close();
            return true;
        });
        close.awaitWaiting();
        rig.server.release();
        close.get();

        assertThat(logout).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(LogoutResult.SERVER);
        assertThat(Objects.requireNonNull(store.load(SessionRig.KEY)).isLoggedOut())
                .isTrue();
        assertThat(rig.server.aliveRefresh).isEmpty();
    }

    /** The renewal takes longer than the logout and the close together wait for it. */
    @Test
    void aLogoutThatIsQueuedBehindASlowRenewalEndsTheSessionForAll() throws Exception {
        TokenStore store = TokenStore.inMemory();
        SessionRig rig = SessionRig.closingSoon(store, new TokenServer(), new ManualTime());
        rig.token();
        rig.time.advance(Duration.ofHours(2));
        rig.server.hold();
        Caller<String> waiter = Caller.start(rig::token).awaitWaiting();
        await().until(() -> rig.server.refreshes.get() == 1);
        CompletableFuture<LogoutResult> logout = rig.engine.actions().logout();
        assertThatThrownBy(waiter::get);
        rig.server.letThroughWhatComes();
        rig.close();

        assertThat(logout).isDone();
        assertThat(Objects.requireNonNull(store.load(SessionRig.KEY)).isLoggedOut())
                .isTrue();
        rig.server.release();
    }

    @Test
    void aLoginAfterItDoesNotHoldUpTheNextClose() throws Exception {
        SessionRig rig = SessionRig.withCredentials();
        rig.close();
        assertThatThrownBy(() -> rig.engine.actions().login(null).get());
        Caller<Boolean> again = Caller.start(() -> {
            rig.close();
            return true;
        });
        await().until(again::isDone);
    }

    @Test
    void everythingAfterwardsSaysThatTheClientIsClosed() {
        SessionRig rig = SessionRig.withCredentials();
        rig.close();
        rig.close();
        assertThat(rig.engine.view().state()).isEqualTo(SessionState.CLOSED);
        assertThat(rig.failure()).isInstanceOf(ClientClosedException.class).hasMessageContaining("Build a new one");
        assertThatThrownBy(() -> rig.engine.actions().login(null).get())
                .cause()
                .isInstanceOf(ClientClosedException.class);
        assertThatThrownBy(() -> rig.engine.actions().renew().get()).cause().isInstanceOf(ClientClosedException.class);
    }

    @Test
    void aThreadThatCannotBeStartedFailsTheJob() {
        SessionThreads ended = new SessionThreads();
        ended.end();
        ManualTime time = new ManualTime();
        SessionEngine engine = SessionRig.steered(new TokenServer(), time, ended, new WaitingRoom(time, false));
        for (int call = 0; call < 2; call++) {
            assertThatThrownBy(() -> engine.authorization(SessionRig.signal()))
                    .isInstanceOfSatisfying(
                            ApiIOException.class,
                            e -> assertThat(e.reason()).isInstanceOf(RenewalFailedException.class));
        }
        assertThat(engine.actions().login(null)).isCompletedExceptionally();
    }
}
