package dev.latchkey.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.latchkey.core.ApiCall;
import dev.latchkey.core.CallCanceledException;
import dev.latchkey.core.CallInterruptedException;
import dev.latchkey.core.CallTimeoutException;
import dev.latchkey.core.ClientClosedException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What ends a wait inside a call: a backoff that the server asked for, or a renewal. */
class WaitingTest extends WaitingCalls {
    private static final Duration SOON = Duration.ofSeconds(2);

    @ParameterizedTest
    @EnumSource
    void aCancelOfTheFutureEndsIt(Wait wait) {
        CompletableFuture<String> future = waiting(wait).executeAsync();
        awaitParked(thread);

        long start = System.nanoTime();
        assertThat(future.cancel(true)).isTrue();

        assertThatThrownBy(future::get).isInstanceOf(CancellationException.class);
        awaitUnparked(start);
        assertThat(httpCall.get().isCanceled()).isTrue();
        endRenewal();
    }

    @ParameterizedTest
    @EnumSource
    void aCancelOfTheHttpCallEndsIt(Wait wait) {
        CompletableFuture<String> future = waiting(wait).executeAsync();
        awaitParked(thread);

        long start = System.nanoTime();
        httpCall.get().cancel();

        assertThatThrownBy(() -> future.get(10, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseExactlyInstanceOf(CallCanceledException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
        endRenewal();
    }

    @ParameterizedTest
    @EnumSource
    void theCallsLimitEndsIt(Wait wait) {
        // A backoff beyond the limit would not even be begun, so the limit comes from an interceptor's own clock here.
        ApiCall<String> call = waiting(wait);
        CompletableFuture<String> future =
                (wait == Wait.RENEWAL ? call.timeout(Duration.ofMillis(1500)) : call).executeAsync();
        awaitParked(thread);
        if (wait == Wait.BACKOFF) {
            Execution.of(httpCall.get()).timedOut();
        }

        assertThatThrownBy(() -> future.get(10, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseExactlyInstanceOf(CallTimeoutException.class);
        endRenewal();
    }

    @ParameterizedTest
    @EnumSource
    void anInterruptEndsItAndTheFlagStays(Wait wait) throws Exception {
        ApiCall<String> call = waiting(wait);
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        AtomicReference<Boolean> flag = new AtomicReference<>();
        Thread caller = new Thread(() -> {
            try {
                call.execute();
            } catch (Throwable e) {
                thrown.set(e);
                flag.set(Thread.currentThread().isInterrupted());
            }
        });
        caller.start();
        awaitParked(thread);

        caller.interrupt();

        caller.join(10_000);
        assertThat(thrown.get()).isExactlyInstanceOf(CallInterruptedException.class);
        assertThat(flag.get()).isTrue();
        endRenewal();
    }

    @ParameterizedTest
    @EnumSource
    void aCloseEndsIt(Wait wait) {
        CompletableFuture<String> future = waiting(wait).executeAsync();
        awaitParked(thread);

        CompletableFuture<Void> closing =
                CompletableFuture.runAsync(() -> current().close());

        assertThatThrownBy(() -> future.get(10, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseExactlyInstanceOf(ClientClosedException.class);
        endRenewal();
        closing.join();
    }

    private void awaitUnparked(long start) {
        await().until(() -> thread.get().getState() != Thread.State.TIMED_WAITING
                || java.util.Arrays.stream(thread.get().getStackTrace())
                        .noneMatch(frame -> frame.getClassName().endsWith("CallSignal")));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
    }
}
