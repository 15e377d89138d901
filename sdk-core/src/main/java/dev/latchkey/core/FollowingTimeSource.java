package dev.latchkey.core;

import java.time.Instant;
import java.util.function.Supplier;

/** Both clocks are readings of one. */
record FollowingTimeSource(Supplier<Instant> clock) implements TimeSource {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    /** Of instants beyond the year 2262 the differences are right all the same. */
    @Override
    public long nanoTime() {
        Instant now = clock.get();
        return now.getEpochSecond() * NANOS_PER_SECOND + now.getNano();
    }

    @Override
    public Instant now() {
        return clock.get();
    }
}
