package dev.latchkey.benchmarks.results;

import static dev.latchkey.benchmarks.results.Samples.BYTES;
import static dev.latchkey.benchmarks.results.Samples.FLOOR;
import static dev.latchkey.benchmarks.results.Samples.OURS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {
    @Test
    void aRatioIsOfOursToTheOthersAndItsSpreadOfTheExtremes() {
        Verdict verdict = of(Target.ratio("get", "time", "raw", "<=", 1.05));

        assertThat(verdict.measured()).isCloseTo(61.0 / 60, within(1e-9));
        assertThat(verdict.low()).isCloseTo(60.0 / 61, within(1e-9));
        assertThat(verdict.high()).isCloseTo(62.0 / 59, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({
        "<=, 1.06, held",
        "<=, 1.05, 'held, within the spread'",
        "<=, 1.01, 'missed, within the spread'",
        "<=, 0.98, missed",
        ">=, 0.98, held",
        "<, 1, 'missed, within the spread'"
    })
    void aTargetIsHeldOrMissedAndThatIsSureOrNot(String relation, double bound, String words) {
        assertThat(of(Target.ratio("get", "time", "raw", relation, bound)).words())
                .isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"==, 13000, true", "==, 12999, false", "<, 13000, false", "<=, 13000, true", ">, 13000, false"})
    void aBoundOnOursAloneIsComparedWithOurFigure(String relation, double bound, boolean held) {
        Verdict verdict = of(Target.value("get", "bytes", relation, bound));

        assertThat(verdict.isHeld()).isEqualTo(held);
        assertThat(verdict.isClear()).isTrue();
    }

    @Test
    void withoutOneOfTheFiguresThereIsNoVerdict() {
        assertThat(Verdict.of(Target.ratio("get", "time", "retrofit", "<", 1), List.of(OURS, FLOOR)))
                .isEmpty();
        assertThat(Verdict.of(Target.ratio("get", "time", "raw", "<", 1), List.of(FLOOR)))
                .isEmpty();
    }

    @Test
    void aSpreadDownToZeroMakesARatioWithoutAnUpperEndAndAZeroMakesNone() {
        Target target = Target.ratio("get", "time", "raw", "<=", 1.05);
        Figure wild = new Figure("get", "raw", "time", "ns", 60_000, 0, 200_000);

        Verdict verdict = Verdict.of(target, List.of(OURS, wild)).orElseThrow();

        assertThat(verdict.high()).isInfinite();
        assertThat(verdict.isClear()).isFalse();
        assertThat(Verdict.of(target, List.of(OURS, Figure.exact("get", "raw", "time", "ns", 0))))
                .isEmpty();
    }

    @Test
    void anUnknownRelationIsAMistake() {
        assertThatThrownBy(() -> of(Target.value("get", "bytes", "=<", 1)).isHeld())
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFigureOutsideItsSpreadIsAMistake() {
        assertThatThrownBy(() -> new Figure("get", "raw", "time", "ns", 3, 4, 5))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Figure.exact("get", "raw", "time", "ns", Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Verdict of(Target target) {
        return Verdict.of(target, List.of(FLOOR, OURS, BYTES)).orElseThrow();
    }
}
