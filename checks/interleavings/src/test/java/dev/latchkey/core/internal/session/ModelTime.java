package dev.latchkey.core.internal.session;

import dev.latchkey.core.TimeSource;
import java.time.Duration;
import java.time.Instant;

/** Clocks that stand still until they are moved. */
final class ModelTime implements TimeSource, OneStep {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private long nanos;

    void advance(Duration by) {
        nanos += by.toNanos();
    }

    @Override
    public long nanoTime() {
        return nanos;
    }

    @Override
    public Instant now() {
        return START.plusNanos(nanos);
    }
}
