package dev.latchkey.scenarios;

import dev.latchkey.core.TimeSource;
import dev.latchkey.fake.FakeClock;
import java.time.Duration;
import java.time.Instant;

/** A fake's clock as a client's clocks, so that both agree on what has expired. */
record FakeTime(FakeClock clock) implements TimeSource {

    @Override
    public long nanoTime() {
        return Duration.between(Instant.EPOCH, clock.instant()).toNanos();
    }

    @Override
    public Instant now() {
        return clock.instant();
    }
}
