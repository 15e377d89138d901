package dev.latchkey.core.http;

import dev.latchkey.core.InvalidInputException;
import java.time.Duration;

/** Checks the limits of calls. */
final class Limits {
    private static final Duration LONGEST = Duration.ofDays(3650);

    private Limits() {}

    static long nanos(String what, Duration timeout) {
        if (timeout.isZero() || timeout.isNegative()) {
            throw new InvalidInputException(what + " must be more than zero.");
        }
        return (timeout.compareTo(LONGEST) > 0 ? LONGEST : timeout).toNanos();
    }
}
