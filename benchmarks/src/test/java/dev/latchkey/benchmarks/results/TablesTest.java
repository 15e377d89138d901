package dev.latchkey.benchmarks.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TablesTest {
    @Test
    void aBenchmarkIsATableOfSubjectsAndMetrics() {
        assertThat(Tables.markdown(Samples.report(), List.of())).contains("""
                        ### One GET

                        | | time | bytes |
                        |---|---:|---:|
                        | **Latchkey** | 61 µs (60–62) | 13,000 B |
                        | by hand | 60 µs (59–61) |  |
                        """);
    }

    @Test
    void titledBenchmarksComeFirst() {
        assertThat(Tables.markdown(Samples.report(), List.of()))
                .containsSubsequence("### One GET", "### threads/1", "### threads/8");
    }

    @Test
    void aTargetIsShownWithWhatBecameOfIt() {
        Report report = Samples.report(
                Target.ratio("get", "time", "raw", "<=", 1.06), Target.value("get", "bytes", "<=", 12_000));

        assertThat(Tables.markdown(report, List.of()))
                .contains("| One GET | time ÷ that of by hand | ≤ 1.06 | 1.02 (0.98–1.05) | held |")
                .contains("| One GET | bytes | ≤ 12,000 B | 13,000 B | **missed** |");
    }

    @Test
    void whereAndWithWhatItWasMeasuredComesFirst() {
        assertThat(Tables.markdown(Samples.report(), List.of()))
                .startsWith("Measured on 2026-11-25 (full run) on Sample CPU, 2 cores, Linux 6, OpenJDK 17;"
                        + " load before the first measurement 0.50.")
                .contains("moshi 1.15.2");
    }

    @Test
    void aChartStandsBelowTheLastOfItsBenchmarks() {
        Chart chart = Chart.lines("calls", "Calls", List.of("threads/1", "threads/8"), "calls", "threads");

        assertThat(Tables.markdown(Samples.report(), List.of(chart)))
                .containsSubsequence("### threads/8", "![Calls](calls.svg)")
                .containsOnlyOnce("calls.svg");
    }
}
