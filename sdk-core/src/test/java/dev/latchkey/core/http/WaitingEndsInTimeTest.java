package dev.latchkey.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.core.ApiCall;
import dev.latchkey.core.CallCanceledException;
import dev.latchkey.core.CallTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * How soon a wait ends. A wait that polled, or slept on, would never be under the bound; a busy machine is now and then over
 * it, so the median of some tries is what counts.
 */
class WaitingEndsInTimeTest extends WaitingCalls {
    private static final Duration BOUND = Duration.ofMillis(50);
    private static final Duration LIMIT = Duration.ofSeconds(1);
    private static final int TRIES = 7;

    @ParameterizedTest
    @EnumSource
    void aCancelEndsItWithinTheBound(Wait wait) {
        assertThat(median(() -> {
                    CompletableFuture<String> future = waiting(wait).executeAsync();
                    awaitParked(thread);
                    long start = System.nanoTime();
                    httpCall.get().cancel();
                    assertFails(future, CallCanceledException.class);
                    return System.nanoTime() - start;
                }))
                .isLessThan(BOUND);
    }

    @ParameterizedTest
    @EnumSource
    void aTimeoutEndsItWithinTheBound(Wait wait) {
        assertThat(median(() -> wait == Wait.RENEWAL ? renewalOverdue() : backoffOverdue()))
                .isLessThan(BOUND);
    }

    /** How long after its limit such a call has failed. */
    private long renewalOverdue() {
        ApiCall<String> call = waiting(Wait.RENEWAL).timeout(LIMIT);
        long start = System.nanoTime();
        assertThatThrownBy(call::execute)
                .isExactlyInstanceOf(CallTimeoutException.class)
                .hasMessageEndingWith("It waited for a token: the login or renewal has not ended.");
        return System.nanoTime() - start - LIMIT.toNanos();
    }

    /** A backoff beyond the call's limit is not even begun, so the limit is made to pass during it. */
    private long backoffOverdue() {
        CompletableFuture<String> future = waiting(Wait.BACKOFF).executeAsync();
        awaitParked(thread);
        long start = System.nanoTime();
        Execution.of(httpCall.get()).timedOut();
        assertFails(future, CallTimeoutException.class);
        return System.nanoTime() - start;
    }

    private Duration median(Measured wait) {
        List<Long> nanos = new ArrayList<>();
        for (int attempt = 0; attempt < TRIES; attempt++) {
            nanos.add(wait.nanos());
            startOver();
        }
        nanos.sort(null);
        return Duration.ofNanos(nanos.get(TRIES / 2));
    }

    private static void assertFails(CompletableFuture<String> future, Class<? extends Throwable> type) {
        assertThatThrownBy(() -> future.get(10, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseExactlyInstanceOf(type);
    }

    private interface Measured {
        long nanos();
    }
}
