package dev.latchkey.tokenstore.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TakeoverTest {
    private static final long MILLI = 1_000_000;

    private final Takeover takeover = new Takeover(Duration.ofMinutes(1));
    private long now = Long.MAX_VALUE - 100 * MILLI; // The monotonic clock may overflow meanwhile.

    @Test
    void aRowIsAbandonedOnceItHasBeenFreeForHalfASecond() {
        assertThat(foundFree(7, 0, 1)).isFalse();
        assertThat(foundFree(7, 498, 1)).isFalse();
        assertThat(foundFree(7, 0, 1)).isTrue();
    }

    @Test
    void aSaveShowsThatItsProcessIsAlive() {
        assertThat(foundFree(7, 0, 1)).isFalse();
        assertThat(foundFree(8, 499, 1)).isFalse();
        assertThat(foundFree(8, 499, 0)).isFalse();
        assertThat(foundFree(8, 1, 0)).isTrue();
    }

    @Test
    void aLongWaitForTheLockShowsThatItsHolderWasAlive() {
        assertThat(foundFree(7, 0, 1)).isFalse();
        assertThat(foundFree(7, 10, 10_000)).isFalse();
        assertThat(foundFree(7, 499, 0)).isFalse();
        assertThat(foundFree(7, 1, 0)).isTrue();
    }

    @Test
    void whoWaitsBrieflyTakesOverWithinItsWait() {
        Takeover brief = new Takeover(Duration.ofMillis(300));
        Row row = new Row(null, 7, true);
        assertThat(brief.isDue(row, now, now)).isFalse();
        assertThat(brief.isDue(row, now + 150 * MILLI, now + 150 * MILLI)).isTrue();
    }

    @Test
    void whoDoesNotWaitAtAllTakesNothingOver() {
        assertThat(new Takeover(Duration.ZERO).isDue(new Row(null, 7, true), now, now))
                .isFalse();
    }

    private boolean foundFree(long revision, long afterMillis, long waitedMillis) {
        long askedAt = now + afterMillis * MILLI;
        now = askedAt + waitedMillis * MILLI;
        return takeover.isDue(new Row(null, revision, true), askedAt, now);
    }
}
