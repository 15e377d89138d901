package dev.latchkey.core;

import java.time.Instant;
import java.util.function.Supplier;

/**
 * The two clocks that a session reads. Lifetimes are counted on the monotonic one; the wall clock is read only for
 * expiries that a server or a stored session gives as a point in time.
 *
 * <p>A monotonic clock may stand still while the device sleeps: that of {@link #system()} does on Android and Linux. A token
 * that expires meanwhile seems fresh afterwards, is refused once, and the call is sent again with a new one. Only a call that
 * is never repeated, such as the change of a password, fails then, and the renewal starts. On Android a clock that counts
 * the sleep spares that refusal:
 *
 * <pre>{@code
 * final class DeviceTime implements TimeSource {
 *     public long nanoTime() { return SystemClock.elapsedRealtimeNanos(); }
 *     public Instant now() { return Instant.now(); }
 * }
 * }</pre>
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
     * One clock in place of both, for tests: a session follows the clock of a fake server with {@code
     * TimeSource.following(fake.clock()::instant)}, or any {@link java.time.Clock} with {@code clock::instant}.
     *
     * @param clock asked at each reading
     * @return a source whose two clocks both move as that one does, backwards too
     */
    static TimeSource following(Supplier<Instant> clock) {
        return new FollowingTimeSource(clock);
    }

    /**
     * The clocks of this machine: {@link System#nanoTime()} and {@link Instant#now()}.
     *
     * @return a stateless source
     */
    static TimeSource system() {
        return SystemTimeSource.INSTANCE;
    }
}
