package dev.latchkey.core.internal.session;

import dev.latchkey.core.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** Clocks that move when told to. The wall clock can be set apart from the monotonic one. */
final class ManualTime implements TimeSource {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicLong wallOffset = new AtomicLong();

    void advance(Duration by) {
        nanos.addAndGet(by.toNanos());
    }

    /** Moves the wall clock alone, as a user or a time server does. */
    void setWallBy(Duration by) {
        wallOffset.addAndGet(by.toNanos());
    }

    @Override
    public long nanoTime() {
        return nanos.get();
    }

    @Override
    public Instant now() {
        return START.plusNanos(nanos.get() + wallOffset.get());
    }
}
