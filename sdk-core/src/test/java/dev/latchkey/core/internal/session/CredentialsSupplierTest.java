package dev.latchkey.core.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.core.RenewalFailedException;
import dev.latchkey.core.auth.Credentials;
import dev.latchkey.core.auth.SessionState;
import dev.latchkey.core.store.TokenStore;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Credentials may come from a vault that fails or hangs. */
class CredentialsSupplierTest {
    private final TokenServer server = new TokenServer();
    private final ManualTime time = new ManualTime();
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void whatItThrowsIsItsOwnFailureAndItIsAskedOnce() throws Exception {
        try (SessionRig rig = with(TokenStore.inMemory(), () -> {
            throw StuckStore.<RuntimeException>sneaked(new IOException("the vault is away"));
        })) {
            assertThat(rig.failure())
                    .isInstanceOf(RenewalFailedException.class)
                    .hasMessageContaining("the credentials supplier failed: the vault is away");
            await().until(() -> rig.events.contains("renewalFailed RenewalFailedException"));
            assertThat(rig.events).doesNotContain("storeFailed");
            assertThat(asked).hasValue(1);
            assertThat(rig.engine.view().state()).isEqualTo(SessionState.NEW);
        }
    }

    /** Those who wait are told; the vault is not asked each second on their behalf. */
    @Test
    void itIsAskedOnceForThoseWhoWait() {
        Supplier<Credentials> away = () -> {
            asked.incrementAndGet();
            throw new IllegalStateException("the vault is away");
        };
        try (SessionRig rig = SessionRig.patient(server, TokenStore.inMemory(), away)) {
            assertThat(rig.failure()).hasMessageContaining("the vault is away");
            assertThat(asked).hasValue(1);
        }
    }

    @Test
    void othersAreNotKeptOutOfTheStoreWhileItIsAsked() throws Exception {
        TokenStore store = TokenStore.inMemory();
        CountDownLatch end = new CountDownLatch(1);
        try (SessionRig slow = with(store, () -> {
                    StuckStore.awaitUninterruptibly(end);
                    return SessionRig.JANE.get();
                });
                SessionRig other = SessionRig.on(store, server, time)) {
            Caller<String> waiter = Caller.start(slow::token).awaitWaiting();
            await().until(() -> asked.get() == 1);
            assertThat(other.token()).isEqualTo("a1");
            end.countDown();
            assertThat(waiter.get()).isEqualTo("a1");
            assertThat(server.logins).hasValue(1);
        }
    }

    @Test
    void itIsNotAskedWhereTheRefreshTokenIsEnough() throws Exception {
        try (SessionRig rig = with(TokenStore.inMemory(), SessionRig.JANE)) {
            rig.token();
            time.advance(Duration.ofHours(2));
            assertThat(rig.token()).isEqualTo("a2");
            assertThat(asked).hasValue(1);
            server.aliveRefresh.clear();
            time.advance(Duration.ofHours(2));
            assertThat(rig.token()).isEqualTo("a3");
            assertThat(asked).hasValue(2);
        }
    }

    @Test
    void oneThatHangsIsInterruptedAndAskedAgainByALaterCall() throws Exception {
        BoundedCall<String> call = new BoundedCall<>(
                "the credentials supplier", Duration.ofMillis(50), new UserCode(CredentialsSupplierTest::start));
        CountDownLatch interrupted = new CountDownLatch(1);
        assertThat(failure(() -> call.ask(() -> {
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        interrupted.countDown();
                    }
                    return "late";
                })))
                .isInstanceOf(BoundedCall.UnansweredException.class)
                .hasMessage("the credentials supplier did not answer within 50 ms");
        assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
        await().ignoreExceptions().until(() -> call.ask(() -> "again").equals("again"));
    }

    @Test
    void oneThatTakesNoNoticeKeepsOneThread() throws Exception {
        AtomicInteger threads = new AtomicInteger();
        BoundedCall<String> call =
                new BoundedCall<>("the credentials supplier", Duration.ofMillis(50), new UserCode(task -> {
                    threads.incrementAndGet();
                    start(task);
                }));
        CountDownLatch end = new CountDownLatch(1);
        for (int i = 0; i < 5; i++) {
            assertThat(failure(() -> call.ask(() -> {
                        StuckStore.awaitUninterruptibly(end);
                        return "late";
                    })))
                    .isInstanceOf(BoundedCall.UnansweredException.class);
        }
        assertThat(threads).hasValue(1);
        end.countDown();
        await().ignoreExceptions().until(() -> call.ask(() -> "again").equals("again"));
    }

    private SessionRig with(TokenStore store, Supplier<Credentials> supplier) {
        return new SessionRig(
                server,
                time,
                store,
                () -> {
                    asked.incrementAndGet();
                    return supplier.get();
                },
                null);
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "test-user-code");
        thread.setDaemon(true);
        thread.start();
    }

    private interface Asking {
        String now() throws IOException, ExecutionException, InterruptedException;
    }

    private static Throwable failure(Asking asking) {
        try {
            throw new AssertionError(asking.now());
        } catch (IOException | ExecutionException | InterruptedException e) {
            return e;
        }
    }
}
