package dev.latchkey.core;

import java.time.Instant;

/**
 * The two clocks that a session reads. Lifetimes are counted on the monotonic one; the wall clock is read only for
 * expiries that a server or a stored session gives as a point in time.
 *
 * <p>Implementations are safe for use by many threads and do not block.
 */
public interface TimeSource {

    /**
     * A monotonic reading, in nanoseconds from an arbitrary origin, as {@link System#nanoTime()}.
     *
     * @return nanoseconds; only differences mean anything
     */
    long nanoTime();

    /**
     * The wall clock.
     *
     * @return the current instant, which may jump when the clock is set
     */
    Instant now();

    /**
     * The clocks of this machine.
     *
     * @return a stateless source
     */
    static TimeSource system() {
        return SystemTimeSource.INSTANCE;
    }
}
