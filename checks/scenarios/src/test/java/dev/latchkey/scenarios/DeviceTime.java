package dev.latchkey.scenarios;

import dev.latchkey.core.TimeSource;
import dev.latchkey.fake.FakeClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** The clocks of a device: they run with the fake's, which is the true time, and can each be set apart from it. */
final class DeviceTime implements TimeSource {
    private final FakeClock truth;
    private final AtomicLong wallOffset = new AtomicLong();
    private final AtomicLong monotonicOffset = new AtomicLong();

    DeviceTime(FakeClock truth) {
        this.truth = truth;
    }

    /** Sets the wall clock ahead of where it is, or back. */
    void setWallBy(Duration by) {
        wallOffset.addAndGet(by.toNanos());
    }

    /** What no monotonic clock should do. */
    void setMonotonicBy(Duration by) {
        monotonicOffset.addAndGet(by.toNanos());
    }

    /** Time goes by, and the monotonic clock does not tell, like {@code System.nanoTime()} of a phone in deep sleep. */
    void sleepDeeply(Duration duration) {
        setMonotonicBy(duration.negated());
        truth.advance(duration);
    }

    @Override
    public long nanoTime() {
        return Duration.between(Instant.EPOCH, truth.instant()).toNanos() + monotonicOffset.get();
    }

    @Override
    public Instant now() {
        return truth.instant().plusNanos(wallOffset.get());
    }
}
