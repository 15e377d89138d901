package dev.latchkey.benchmarks.jmh;

import dev.latchkey.benchmarks.results.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.util.ListStatistics;
import org.openjdk.jmh.util.Statistics;

/** What the iterations of all forks of one subject brought. */
final class Measured {
    static final TimeUnit UNIT = TimeUnit.NANOSECONDS;
    private static final double CONFIDENCE = 0.99;
    private static final String BYTES = "gc.alloc.rate.norm";

    private final ListStatistics nanos = new ListStatistics();
    private final ListStatistics bytes = new ListStatistics();
    private final ListStatistics connections = new ListStatistics();

    void add(RunResult run) {
        for (BenchmarkResult fork : run.getBenchmarkResults()) {
            for (IterationResult iteration : fork.getIterationResults()) {
                nanos.addValue(iteration.getPrimaryResult().getScore());
                iteration.getSecondaryResults().forEach((metric, result) -> {
                    if (metric.endsWith(BYTES)) {
                        bytes.addValue(result.getScore());
                    } else if (metric.endsWith(ConnectionsProfiler.RESULT)) {
                        connections.addValue(result.getScore());
                    }
                });
            }
        }
    }

    List<Figure> figures(String benchmark, String subject) {
        List<Figure> figures = new ArrayList<>(List.of(
                figure(benchmark, subject, "time", "ns", nanos), figure(benchmark, subject, "bytes", "B", bytes)));
        if (connections.getN() > 0) {
            figures.add(figure(benchmark, subject, "connections", "for 1,000 calls", connections));
        }
        return figures;
    }

    private static Figure figure(String benchmark, String subject, String metric, String unit, Statistics values) {
        if (values.getN() == 0) {
            throw new IllegalStateException("nothing was measured: " + benchmark + "/" + subject + "/" + metric);
        }
        double mean = values.getMean();
        if (values.getN() < 2) {
            return Figure.exact(benchmark, subject, metric, unit, mean);
        }
        double[] interval = values.getConfidenceIntervalAt(CONFIDENCE);
        // Few and wild values make an interval that goes below zero, which no time and no number of bytes does.
        double low = interval[0] > 0 ? interval[0] : values.getMin();
        return new Figure(benchmark, subject, metric, unit, mean, Math.min(mean, low), Math.max(mean, interval[1]));
    }
}
