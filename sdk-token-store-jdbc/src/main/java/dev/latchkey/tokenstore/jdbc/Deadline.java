package dev.latchkey.tokenstore.jdbc;

import java.time.Duration;

/** When a wait ends, on the monotonic clock. */
final class Deadline {
    /** More than anybody waits; databases count milliseconds in 32 bits. */
    static final Duration LONGEST = Duration.ofDays(1);

    private final long end;

    private Deadline(long end) {
        this.end = end;
    }

    static Deadline in(Duration wait) {
        Duration bounded = wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
        return new Deadline(System.nanoTime() + bounded.toNanos());
    }

    boolean isOver() {
        return end - System.nanoTime() <= 0;
    }

    /** Never less than a millisecond: to a database, zero means for ever. */
    Duration left() {
        return Duration.ofNanos(Math.max(end - System.nanoTime(), 1_000_000));
    }
}
