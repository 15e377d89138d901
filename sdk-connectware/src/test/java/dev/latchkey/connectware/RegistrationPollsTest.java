package dev.latchkey.connectware;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How the pauses grow. */
class RegistrationPollsTest {
    private static final TimeSource STILL = new TimeSource() {
        @Override
        public long nanoTime() {
            return 0;
        }

        @Override
        public Instant now() {
            return Instant.EPOCH;
        }
    };

    private static RegistrationPolls polls(Duration limit) {
        NewRegistration device = NewRegistration.builder("x").password("x").build();
        return new RegistrationPolls(
                STILL, new RegistrationRequests(null), device, limit, Duration.ofSeconds(1), Duration.ofSeconds(10));
    }

    @Test
    void pausesGrowToTheLongestAndAreCutByChance() {
        double full = 1;
        List<Duration> pauses = new ArrayList<>();
        RegistrationPolls polls = polls(Duration.ofDays(1));
        for (int i = 0; i < 20; i++) {
            Duration pause = polls.pause();
            assertThat(pause.toNanos() / 1e9).isBetween(full / 2 - 1e-6, full + 1e-6);
            pauses.add(pause);
            full = Math.min(10, full * 1.5);
        }
        assertThat(pauses.subList(10, 20)).doesNotHaveDuplicates();
    }

    @Test
    void noPauseIsLongerThanTheTimeThatIsLeft() {
        assertThat(polls(Duration.ofMillis(1)).pause()).isEqualTo(Duration.ofMillis(1));
    }
}
