package dev.latchkey.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RetryBudgetTest {
    private static final long SECOND = 1_000_000_000L;

    private final AtomicLong now = new AtomicLong(-5 * SECOND);
    private final RetryBudget budget = new RetryBudget(now::get);

    @Test
    void tenRetriesMayComeBeforeTheFirstSuccess() {
        assertThat(taken()).isEqualTo(10);
    }

    @Test
    void aSecondBringsOneAndNeverMoreThanTheFirstTen() {
        taken();

        now.addAndGet(SECOND - 1);
        assertThat(taken()).isZero();
        now.addAndGet(1);
        assertThat(taken()).isEqualTo(1);
        now.addAndGet(3600 * SECOND);
        assertThat(taken()).isEqualTo(10);
    }

    @Test
    void timeThatPassesWhileNothingIsTakenIsNotSavedUp() {
        now.addAndGet(3600 * SECOND);

        assertThat(taken()).isEqualTo(10);
        assertThat(taken()).isZero();
    }

    @Test
    void aClockThatGoesBackBringsNothingAndBreaksNothing() {
        taken();

        now.addAndGet(-3600 * SECOND);
        assertThat(taken()).isZero();
        now.addAndGet(3602 * SECOND);
        assertThat(taken()).isEqualTo(2);
    }

    @Test
    void aRetryThatHelpedIsGivenBack() {
        for (int i = 0; i < 1000; i++) {
            assertThat(budget.tryTake()).isTrue();
            budget.giveBack();
        }

        assertThat(taken()).isEqualTo(10);
    }

    @Test
    void tenCallsBringOneUpToAHundred() {
        call(10);
        assertThat(taken()).isEqualTo(11);

        call(100_000);
        assertThat(taken()).isEqualTo(100);
    }

    private void call(int times) {
        for (int i = 0; i < times; i++) {
            budget.called();
        }
    }

    private int taken() {
        int taken = 0;
        while (budget.tryTake()) {
            taken++;
        }
        return taken;
    }
}
