package dev.latchkey.tokenstore.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WatchTest {
    private static final long MILLI = 1_000_000;
    private static final long START = Long.MAX_VALUE - 100 * MILLI; // The monotonic clock may overflow meanwhile.

    @Test
    void silenceIsCountedFromTheEndOfOneLookToTheBeginOfTheNext() {
        Watch watch = Watch.first(row(7, 1), START);
        watch = look(watch, row(7, 1), 300, 10);
        watch = look(watch, row(7, 1), 300, 10);
        assertThat(watch.silence()).isEqualTo(Duration.ofMillis(600));
    }

    @Test
    void aPulseOrAChangeEndsIt() {
        Watch watch = look(Watch.first(row(7, 1), START), row(7, 1), 900, 0);
        assertThat(look(watch, row(7, 2), 900, 0).silence()).isZero();
        assertThat(look(watch, row(8, 1), 900, 0).silence()).isZero();
    }

    @Test
    void timeInWhichTheRowCouldNotBeReadIsNoEvidence() {
        Watch watch = look(Watch.first(row(7, 1), START), row(7, 1), 3_600_000, 0);
        assertThat(watch.silence()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void looksOfTwoThreadsAtOnceCountOnce() {
        Watch watch = Watch.first(row(7, 1), START);
        Watch second = watch.next(row(7, 1), START - 5 * MILLI, START + 5 * MILLI);
        assertThat(second.silence()).isZero();
    }

    private static Row row(long revision, long pulse) {
        return new Row(null, revision, Phase.ENTERED, "somebody", pulse);
    }

    private static Watch look(Watch before, Row row, long afterMillis, long tookMillis) {
        long began = before.lookedAt() + afterMillis * MILLI;
        return before.next(row, began, began + tookMillis * MILLI);
    }
}
