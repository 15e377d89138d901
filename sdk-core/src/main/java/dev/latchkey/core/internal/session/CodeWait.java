package dev.latchkey.core.internal.session;

import dev.latchkey.core.TimeSource;
import java.time.Duration;

/**
 * How long a login waits, outside of the store's section, for the next one-time password. The client's clock is looked at
 * again and again, since it may have been moved.
 */
final class CodeWait {
    private static final long BETWEEN_LOOKS_NANOS = 50_000_000L;

    private final TimeSource time;
    private final long limitNanos;
    private final long startedAt;
    private long looks;

    CodeWait(TimeSource time, Duration limit) {
        this.time = time;
        this.limitNanos = limit.toNanos();
        this.startedAt = time.nanoTime();
    }

    /** Waits if that is what the outcome asks for. False if it does not, would take too long, or the session has ended. */
    boolean await(Outcome outcome, Work work) throws InterruptedException {
        SessionFailure failure = outcome.failure();
        if (failure == null || !(failure.cause() instanceof CodeUsedException used) || !used.isWaitedFor()) {
            return false;
        }
        long begins = time.nanoTime() + used.untilNext().toNanos();
        for (long left = begins - time.nanoTime(); left > 0; left = begins - time.nanoTime()) {
            boolean inTime = begins - startedAt < limitNanos && looks++ < limitNanos / BETWEEN_LOOKS_NANOS;
            if (!inTime || work.awaitSettled(Math.min(left, BETWEEN_LOOKS_NANOS))) {
                return false;
            }
        }
        return true;
    }
}
