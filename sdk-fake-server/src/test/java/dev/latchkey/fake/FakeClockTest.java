package dev.latchkey.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class FakeClockTest {
    private static final Instant SOME_TIME = Instant.parse("2020-09-14T16:18:32Z");

    private final FakeClock clock = new FakeClock();

    @Test
    void startsAtTheRealTimeAndTicks() {
        Instant start = clock.instant();

        assertThat(start).isCloseTo(Instant.now(), within(1, ChronoUnit.SECONDS));
        await().untilAsserted(() -> assertThat(clock.instant()).isAfter(start));
    }

    @Test
    void advancesAtOnceAndTicksOn() {
        Instant later = clock.advance(Duration.ofHours(13)).instant();

        assertThat(later).isCloseTo(Instant.now().plus(Duration.ofHours(13)), within(1, ChronoUnit.SECONDS));
        await().untilAsserted(() -> assertThat(clock.instant()).isAfter(later));
    }

    @Test
    void aFrozenClockMovesOnlyWhenTold() {
        clock.freeze().set(SOME_TIME);
        assertThat(clock.instant()).isEqualTo(SOME_TIME);

        clock.advance(Duration.ofMillis(300));
        assertThat(clock.instant()).isEqualTo(SOME_TIME.plusMillis(300));
    }

    @Test
    void resumesFromWhereItStood() {
        clock.freeze().set(SOME_TIME).resume();

        assertThat(clock.instant()).isCloseTo(SOME_TIME, within(1, ChronoUnit.SECONDS));
        await().untilAsserted(() -> assertThat(clock.instant()).isAfter(SOME_TIME));
    }

    @Test
    void aResetIsTheRealTimeAgain() {
        clock.freeze().set(SOME_TIME).reset();

        assertThat(clock.instant()).isCloseTo(Instant.now(), within(1, ChronoUnit.SECONDS));
    }

    @Test
    void timeDoesNotAdvanceBackwards() {
        assertThatThrownBy(() -> clock.advance(Duration.ofSeconds(-1))).isInstanceOf(IllegalArgumentException.class);
    }
}
