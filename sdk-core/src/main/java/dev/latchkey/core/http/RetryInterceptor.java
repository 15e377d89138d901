package dev.latchkey.core.http;

import dev.latchkey.core.TimeSource;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Tries a failed call again. Outermost, so that each attempt takes a fresh token. It reads the body as well: an answer that
 * is cut off is a failed attempt, and the connection is free before the answer is decoded.
 */
final class RetryInterceptor implements Interceptor {
    private final RetryPolicy policy;
    private final Lifecycle lifecycle;
    private final BodyBuffer bodies;
    private final TimeSource time;
    private final RetryBudget budget;
    private volatile @Nullable Backoff backoff;

    RetryInterceptor(RetryPolicy policy, Lifecycle lifecycle, BodyBuffer bodies, TimeSource time) {
        this.policy = policy;
        this.lifecycle = lifecycle;
        this.bodies = bodies;
        this.time = time;
        this.budget = new RetryBudget(time::nanoTime);
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Execution execution = Execution.of(chain.call());
        budget.called();
        Backoff.Pauses pauses = null;
        while (true) {
            Response response = null;
            IOException failure = null;
            try {
                response = attempt(chain, execution);
                if (!Repetition.allowedAfter(response, execution)) {
                    if (pauses != null && Repetition.helped(response)) {
                        budget.giveBack();
                    }
                    return response;
                }
            } catch (IOException e) {
                if (!Repetition.allowedAfter(e, execution)) {
                    throw e;
                }
                failure = e;
            }
            pauses = pauses == null ? backoff().start() : pauses;
            long pause = pause(pauses.next(response, failure), response);
            if (pause < 0 || pause >= execution.remainingNanos() || !budget.tryTake()) {
                return outcome(response, failure);
            }
            execution.signal().sleep(pause);
        }
    }

    private Response attempt(Chain chain, Execution execution) throws IOException {
        try {
            execution.runs();
            lifecycle.admit(execution);
            Response response = bodies.read(execution, FollowUps.shown(chain.proceed(chain.request())));
            AttemptLog.answered(execution, response.code());
            return response;
        } catch (IOException e) {
            AttemptLog.failed(execution, e);
            throw Unexpected.interrupted(Unexpected.unwrapped(e));
        } catch (Exception | LinkageError e) {
            // OkHttp would throw it again on the dispatcher's thread, which ends an Android app.
            AttemptLog.failed(execution, e);
            throw Unexpected.in(execution::failure, e);
        } finally {
            execution.returnsShare();
        }
    }

    /** The longer of our own pause and the server's; negative if there is no further attempt. */
    private long pause(long own, @Nullable Response response) {
        Duration asked = response == null ? null : RetryAfter.of(response, time);
        if (own < 0 || asked == null) {
            return own;
        }
        if (asked.compareTo(policy.maxRetryAfter()) > 0) {
            return -1;
        }
        long jitter = ThreadLocalRandom.current().nextLong(policy.initialDelay().toNanos());
        return Math.max(own, asked.toNanos() + jitter);
    }

    private static Response outcome(@Nullable Response response, @Nullable IOException failure) throws IOException {
        if (response != null) {
            return response;
        }
        throw failure != null ? failure : new IOException("no outcome");
    }

    private Backoff backoff() {
        Backoff made = backoff;
        if (made == null) {
            made = new Backoff(policy);
            backoff = made;
        }
        return made;
    }
}
