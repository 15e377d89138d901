package dev.latchkey.core.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.core.RenewalFailedException;
import dev.latchkey.core.auth.LogoutResult;
import dev.latchkey.core.auth.SessionState;
import dev.latchkey.core.store.StoredSession;
import dev.latchkey.core.store.TokenStore;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a store does, what was asked of the session ends. */
class StuckStoreTest {
    private static final Duration SHORT = Duration.ofMillis(300);

    private final StuckStore store = new StuckStore();
    private final TokenServer server = new TokenServer();
    private final ManualTime time = new ManualTime();

    static Stream<Throwable> thrown() {
        return Stream.of(
                new Exception("undeclared"),
                new NoClassDefFoundError("undeclared"),
                new AssertionError("undeclared"),
                new IllegalStateException("undeclared"));
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void whateverItThrowsLogoutAndLoginEnd(Throwable thrown) throws Exception {
        try (SessionRig rig = SessionRig.on(store, server, time)) {
            rig.token();
            store.fail(thrown);
            assertThat(rig.engine.actions().logout().get(10, TimeUnit.SECONDS)).isEqualTo(LogoutResult.SERVER);
            CompletableFuture<SessionState> login = rig.engine.actions().login(null);
            await().until(login::isDone);
            await().until(() -> rig.events.contains("storeFailed"));
            store.fail(null);
            assertThat(rig.engine.actions().login(null).get(10, TimeUnit.SECONDS))
                    .isEqualTo(SessionState.ACTIVE);
        }
    }

    @Test
    void oneThatHangsCountsAsAwayAndKeepsOneThread() throws Exception {
        try (SessionRig rig = SessionRig.withCallTimeout(server, time, store, SessionRig.JANE, SHORT)) {
            store.hang();
            assertThat(rig.token()).isEqualTo("a1");
            assertThat(rig.engine.actions().login(null).get(10, TimeUnit.SECONDS))
                    .isEqualTo(SessionState.ACTIVE);
            assertThat(rig.engine.actions().login(null).get(10, TimeUnit.SECONDS))
                    .isEqualTo(SessionState.ACTIVE);
            assertThat(store.hanging.get()).isLessThanOrEqualTo(2); // The section, and the look whether it can be read.
            store.release();
            await().until(() -> version(store.inner) > 0);
        }
    }

    @Test
    void withoutCredentialsTheFailureNamesIt() throws Exception {
        try (SessionRig rig = SessionRig.withCallTimeout(server, time, store, null, SHORT)) {
            store.hang();
            assertThat(rig.failure())
                    .isInstanceOf(RenewalFailedException.class)
                    .hasMessageContaining("the token store cannot be used")
                    .rootCause()
                    .hasMessageContaining("the token store did not answer within 100 ms");
            store.release();
        }
    }

    /** Somebody else may take as long as a person needs for a one-time password. */
    @Test
    void oneThatCanBeReadIsWaitedForWhileSomebodyElseIsInTheSection() throws Exception {
        CountDownLatch other = new CountDownLatch(1);
        CountDownLatch inside = new CountDownLatch(1);
        try (SessionRig rig = SessionRig.withCallTimeout(server, time, store, SessionRig.JANE, SHORT)) {
            Caller<Boolean> holder = Caller.start(() -> store.exclusively(SessionRig.KEY, Duration.ZERO, entry -> {
                inside.countDown();
                StuckStore.awaitUninterruptibly(other);
                return true;
            }));
            inside.await();
            Caller<String> waiter = Caller.start(rig::token);
            await().during(SHORT.multipliedBy(2)).until(() -> !waiter.isDone());
            assertThat(rig.events).isEmpty();
            other.countDown();
            assertThat(waiter.get()).isEqualTo("a1");
            assertThat(holder.get()).isTrue();
            assertThat(version(store.inner)).isEqualTo(1);
        }
    }

    @Test
    void aSaveThatHangsIsMadeUpFor() throws Exception {
        UserCode threads = new UserCode(task -> {
            Thread thread = new Thread(task, "test-store");
            thread.setDaemon(true);
            thread.start();
        });
        BoundedStore bounded = new BoundedStore(store, threads, SHORT, SHORT);
        StoredSession session = new StoredSession(SessionRig.KEY, 1, 1, null, time.now(), null, null, null);
        store.hangAtSaves();
        String first = bounded.exclusively(SessionRig.KEY, SHORT, new CompletableFuture<>(), true, entry -> {
            try {
                entry.save(session);
                return "saved";
            } catch (IOException e) {
                return String.valueOf(e.getMessage());
            }
        });
        assertThat(first).isEqualTo("the token store did not answer within 300 ms");
        store.release();
        await().ignoreExceptions()
                .untilAsserted(() -> assertThat(bounded.<String>exclusively(
                                SessionRig.KEY, SHORT, new CompletableFuture<>(), true, entry -> "in"))
                        .isEqualTo("in"));
    }

    @Test
    void oneThatCanBeReadButNotLockedStillGivesItsGoodToken() throws Exception {
        FaultyStore unlockable = new FaultyStore();
        try (SessionRig first = SessionRig.on(unlockable, server, time)) {
            first.token();
        }
        unlockable.unlockable(true);
        try (SessionRig rig = new SessionRig(server, time, unlockable, null, null)) {
            assertThat(rig.token()).isEqualTo("a1");
            assertThat(server.requests).containsExactly("login jane");
        }
    }

    private static long version(TokenStore store) throws IOException {
        StoredSession kept = store.load(SessionRig.KEY);
        return kept == null ? 0 : Objects.requireNonNull(kept).version();
    }
}
