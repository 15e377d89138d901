package dev.latchkey.reliability.keycloak;

import dev.latchkey.core.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** This machine's clocks, which a test can set ahead, so that tokens seem to expire. */
final class DeviceClock implements TimeSource {
    private final AtomicLong ahead = new AtomicLong();

    void advance(Duration by) {
        ahead.addAndGet(by.toNanos());
    }

    @Override
    public long nanoTime() {
        return System.nanoTime() + ahead.get();
    }

    @Override
    public Instant now() {
        return Instant.now().plusNanos(ahead.get());
    }
}
