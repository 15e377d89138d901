package dev.latchkey.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeSourceTest {

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-01T00:00:00.5Z", "1969-12-31T23:59:59.9Z", "2262-04-11T23:47:16Z"})
    void bothClocksFollowAnother(String start) {
        AtomicReference<Instant> clock = new AtomicReference<>(Instant.parse(start));
        TimeSource time = TimeSource.following(clock::get);
        long before = time.nanoTime();
        clock.updateAndGet(now -> now.plus(Duration.ofHours(25)).plusNanos(7));
        assertThat(time.now()).isEqualTo(clock.get());
        assertThat(time.nanoTime() - before)
                .isEqualTo(Duration.ofHours(25).plusNanos(7).toNanos());
    }
}
