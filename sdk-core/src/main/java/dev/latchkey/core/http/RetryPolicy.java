package dev.latchkey.core.http;

import dev.latchkey.core.InvalidInputException;
import java.time.Duration;

/**
 * How often and after which pauses a failed call is tried again. Which failures are, is said by the operation itself (see
 * {@link Repeat}). Immutable.
 *
 * <pre>{@code
 * builder.retries(RetryPolicy.defaults().withMaxAttempts(6).withMaxDelay(Duration.ofSeconds(30)))
 * }</pre>
 */
public final class RetryPolicy {
    private static final RetryPolicy DEFAULTS =
            new RetryPolicy(4, Duration.ofMillis(200), Duration.ofSeconds(10), Duration.ofSeconds(30));

    private final int maxAttempts;
    private final Duration initialDelay;
    private final Duration maxDelay;
    private final Duration maxRetryAfter;

    private RetryPolicy(int maxAttempts, Duration initialDelay, Duration maxDelay, Duration maxRetryAfter) {
        this.maxAttempts = maxAttempts;
        this.initialDelay = initialDelay;
        this.maxDelay = maxDelay;
        this.maxRetryAfter = maxRetryAfter;
    }

    /**
     * Four attempts, with pauses of about 200 ms that double up to 10 s, and a {@code Retry-After} of up to 30 s honoured.
     *
     * @return the policy of a client that is not told otherwise
     */
    public static RetryPolicy defaults() {
        return DEFAULTS;
    }

    /**
     * One attempt.
     *
     * @return a policy that never repeats
     */
    public static RetryPolicy none() {
        return DEFAULTS.withMaxAttempts(1);
    }

    /**
     * Sets the number of attempts.
     *
     * @param attempts the first one included, 1 to 100
     * @return a policy with this number
     * @throws InvalidInputException if it is out of range
     */
    public RetryPolicy withMaxAttempts(int attempts) {
        if (attempts < 1 || attempts > 100) {
            throw new InvalidInputException("The number of attempts must be from 1 to 100, the first one included.");
        }
        return new RetryPolicy(attempts, initialDelay, maxDelay, maxRetryAfter);
    }

    /**
     * Sets the first pause. Every pause is varied at random by up to a half, so that clients do not come back together.
     *
     * @param delay 1 ms to an hour
     * @return a policy with this pause
     * @throws InvalidInputException if it is out of range
     */
    public RetryPolicy withInitialDelay(Duration delay) {
        return new RetryPolicy(maxAttempts, checked("The initial delay", delay), maxDelay, maxRetryAfter);
    }

    /**
     * Sets the longest pause that this client chooses by itself.
     *
     * @param delay 1 ms to an hour
     * @return a policy with this limit
     * @throws InvalidInputException if it is out of range
     */
    public RetryPolicy withMaxDelay(Duration delay) {
        return new RetryPolicy(maxAttempts, initialDelay, checked("The longest delay", delay), maxRetryAfter);
    }

    /**
     * Sets the longest pause that a server may ask for. Beyond it the call fails at once rather than waiting less.
     *
     * @param delay 1 ms to an hour
     * @return a policy with this limit
     * @throws InvalidInputException if it is out of range
     */
    public RetryPolicy withMaxRetryAfter(Duration delay) {
        return new RetryPolicy(maxAttempts, initialDelay, maxDelay, checked("The longest Retry-After", delay));
    }

    int maxAttempts() {
        return maxAttempts;
    }

    Duration initialDelay() {
        return initialDelay;
    }

    Duration maxDelay() {
        return maxDelay;
    }

    Duration maxRetryAfter() {
        return maxRetryAfter;
    }

    private static Duration checked(String what, Duration delay) {
        if (delay.compareTo(Duration.ofMillis(1)) < 0 || delay.compareTo(Duration.ofHours(1)) > 0) {
            throw new InvalidInputException(what + " must be from 1 ms to an hour.");
        }
        return delay;
    }
}
