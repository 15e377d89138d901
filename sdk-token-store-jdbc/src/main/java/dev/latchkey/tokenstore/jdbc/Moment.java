package dev.latchkey.tokenstore.jdbc;

import java.time.Duration;
import java.time.Instant;

/**
 * A moment on both clocks, since the monotonic one may stand still while a machine sleeps, and the other may be set.
 *
 * @param nanos on the monotonic clock
 * @param instant on the wall clock
 */
record Moment(long nanos, Instant instant) {

    static Moment now(StoreTime time) {
        return new Moment(time.nanoTime(), time.now());
    }

    /** How long ago it was, by the monotonic clock. */
    Duration elapsed(StoreTime time) {
        return Duration.ofNanos(time.nanoTime() - nanos);
    }

    /** How long ago it was, by the clock that says more. */
    Duration age(StoreTime time) {
        Duration monotonic = elapsed(time);
        Duration wall = Duration.between(instant, time.now());
        return monotonic.compareTo(wall) > 0 ? monotonic : wall;
    }
}
