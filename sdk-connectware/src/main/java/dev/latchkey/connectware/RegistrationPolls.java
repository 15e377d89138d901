package dev.latchkey.connectware;

import dev.latchkey.core.ApiCall;
import dev.latchkey.core.ApiException;
import dev.latchkey.core.CallCanceledException;
import dev.latchkey.core.CallInterruptedException;
import dev.latchkey.core.CallTimeoutException;
import dev.latchkey.core.Failure;
import dev.latchkey.core.RateLimitedException;
import dev.latchkey.core.ServerErrorException;
import dev.latchkey.core.TimeSource;
import dev.latchkey.core.http.Repeat;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** What is decided in one execution of a registration that waits, whoever does the waiting. Used by one thread at a time. */
final class RegistrationPolls {
    private static final double GROWTH = 1.5;

    private final TimeSource time;
    private final RegistrationRequests requests;
    private final NewRegistration registration;
    private final Duration limit;
    private final Duration longest;
    private final long startedAt;
    private Duration pause;
    private Duration asked = Duration.ZERO;
    private String last = "none";
    private @Nullable ApiException outage;

    RegistrationPolls(
            TimeSource time,
            RegistrationRequests requests,
            NewRegistration registration,
            Duration limit,
            Duration first,
            Duration longest) {
        this.time = time;
        this.requests = requests;
        this.registration = registration;
        this.limit = limit;
        this.longest = longest;
        this.pause = first;
        this.startedAt = time.nanoTime();
    }

    /**
     * The next poll. It is not repeated by itself, since the poll after it does that, harmlessly.
     *
     * @throws CallTimeoutException if the time is up
     */
    ApiCall<Registration> next() {
        Duration left = left();
        if (left.isZero() || left.isNegative()) {
            throw new CallTimeoutException(
                    failure("It was not decided within " + limit + "; the last answer was: " + last + "."), outage);
        }
        return requests.register(registration)
                .within(left)
                .repeat(Repeat.IDEMPOTENT)
                .returning(RegistrationReader.INSTANCE)
                .withoutRetries();
    }

    /** The answer if it is the last one; null if the registration is still to be decided. */
    @Nullable
    Registration decided(@Nullable Registration answer) {
        if (answer == null) {
            return null;
        }
        outage = null;
        asked = Duration.ZERO;
        last = answer.getClass().getSimpleName();
        boolean open = answer instanceof Registration.Locked || answer instanceof Registration.Pending;
        return open ? null : answer;
    }

    /**
     * A poll failed. An outage passes; anything else is thrown.
     *
     * @throws ApiException the failure
     */
    void failed(ApiException failure) {
        boolean ended = failure instanceof CallInterruptedException || failure instanceof CallCanceledException;
        if (ended || !failure.retryable()) {
            throw failure;
        }
        boolean cutShort = failure instanceof CallTimeoutException && left().isNegative();
        if (!cutShort) {
            outage = failure;
            last = failure.getClass().getSimpleName();
        }
        asked = retryAfter(failure).orElse(Duration.ZERO);
    }

    /** How long to wait now, in real time: ever longer, at least as long as the server asks, no longer than there is time. */
    Duration pause() {
        double jitter = 0.5 + ThreadLocalRandom.current().nextDouble() / 2;
        Duration jittered = scaled(pause, jitter);
        pause = shorter(scaled(pause, GROWTH), longest);
        Duration wanted = jittered.compareTo(asked) < 0 ? asked : jittered;
        return shorter(wanted, left());
    }

    static Failure failure(String problem) {
        return Failure.local("POST", RegistrationRequests.PATH, problem).after(true, true);
    }

    static RuntimeException thrown(ExecutionException e) {
        return e.getCause() instanceof RuntimeException known
                ? known
                : new ApiException(failure("The wait failed unexpectedly."), e.getCause());
    }

    private Duration left() {
        return limit.minusNanos(time.nanoTime() - startedAt);
    }

    private static Optional<Duration> retryAfter(ApiException failure) {
        if (failure instanceof RateLimitedException limited) {
            return limited.retryAfter();
        }
        return failure instanceof ServerErrorException broken ? broken.retryAfter() : Optional.empty();
    }

    private static Duration scaled(Duration duration, double by) {
        return Duration.ofNanos((long) (duration.toNanos() * by));
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
