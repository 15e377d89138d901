package dev.latchkey.core.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AttendedTriesTest {
    private static final long SECOND = 1_000_000_000L;

    private final RenewalPause.AttendedTries tries = new RenewalPause.AttendedTries();
    private long now;

    /** A try that fails at once, when it is due. */
    private Duration next(double jitter) {
        long pause = tries.failed(now, now, jitter);
        now += pause;
        return Duration.ofNanos(pause);
    }

    @Test
    void triesAreASecondApartGiveOrTakeThirtyPercent() {
        assertThat(next(0)).isEqualTo(Duration.ofMillis(700));
        assertThat(next(0.5)).isEqualTo(Duration.ofSeconds(1));
        assertThat(next(1)).isCloseTo(Duration.ofMillis(1300), Duration.ofMillis(1));
    }

    @Test
    void afterTwoMinutesTheyGrowToTenSeconds() {
        while (now < 120 * SECOND) {
            assertThat(next(0.5)).isEqualTo(Duration.ofSeconds(1));
        }
        assertThat(next(0.5)).isEqualTo(Duration.ofMillis(1500));
        for (int more = 0; more < 5; more++) {
            next(0.5);
        }
        assertThat(next(0.5)).isEqualTo(Duration.ofSeconds(10));
        assertThat(next(0.5)).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void whoeverWaitsAfterALongQuietBeginsAnew() {
        while (now < 200 * SECOND) {
            next(0.5);
        }
        now += 60 * SECOND;
        assertThat(next(0.5)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aSuccessBeginsAnew() {
        while (now < 200 * SECOND) {
            next(0.5);
        }
        tries.end();
        assertThat(next(0.5)).isEqualTo(Duration.ofSeconds(1));
    }
}
