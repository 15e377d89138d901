package dev.latchkey.core.http;

import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** The pauses between attempts, as resilience4j counts them. Made at a client's first failure. */
final class Backoff {
    private static final double GROWTH = 2.0;
    private static final double JITTER = 0.5;

    private final Retry retry;

    Backoff(RetryPolicy policy) {
        IntervalFunction interval =
                IntervalFunction.ofExponentialRandomBackoff(policy.initialDelay(), GROWTH, JITTER, policy.maxDelay());
        retry = Retry.of(
                "latchkey",
                RetryConfig.<Response>custom()
                        .maxAttempts(policy.maxAttempts())
                        .intervalFunction(interval)
                        .retryOnException(failure -> true)
                        .retryOnResult(answer -> true)
                        .build());
    }

    /** The pauses of one execution. */
    Pauses start() {
        return new Pauses(retry.asyncContext());
    }

    /** Counts the attempts of one execution. */
    static final class Pauses {
        private final Retry.AsyncContext<Response> context;

        private Pauses(Retry.AsyncContext<Response> context) {
            this.context = context;
        }

        /** Nanoseconds to wait after a failed attempt; negative if it was the last. */
        long next(@Nullable Response response, @Nullable IOException failure) {
            long millis = failure == null ? context.onResult(response) : context.onError(failure);
            return millis < 0 ? -1 : TimeUnit.MILLISECONDS.toNanos(millis);
        }
    }
}
