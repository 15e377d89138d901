package dev.latchkey.core.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class RenewalPauseTest {
    private static final long SECOND = 1_000_000_000L;
    private static final SessionFailure OUTAGE = SessionFailure.passing(new IOException("down"));

    private final RenewalPause pause = new RenewalPause();
    private final Patience impatience = SessionRig.impatience(new ManualTime());

    @Test
    void theBackgroundsPauseGrowsWithEachFailureInARow() {
        for (long expected : new long[] {500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000}) {
            pause.begin(OUTAGE, true, 0, 0, 1);
            assertThat(pause.until()).isEqualTo(expected * 1_000_000);
            assertThat(pause.current(pause.until() - 1)).isEqualTo(OUTAGE);
            assertThat(pause.current(pause.until())).isNull();
        }
        pause.end();
        pause.begin(OUTAGE, true, 0, 0, 1);
        assertThat(pause.until()).isEqualTo(SECOND / 2);
    }

    @Test
    void itHoldsBackNobodyWhoNeedsAToken() {
        pause.begin(OUTAGE, true, 0, 0, 1);
        assertThat(pause.currentAttended(1, impatience)).isNull();
    }

    @Test
    void aClockThatWentBackMakesNoPauseLonger() {
        pause.begin(OUTAGE, false, 100 * SECOND, 100 * SECOND, 1);
        assertThat(pause.currentAttended(100 * SECOND, impatience)).isEqualTo(OUTAGE);
        assertThat(pause.currentAttended(0, impatience)).isNull();
        assertThat(pause.current(0)).isNull();
    }
}
