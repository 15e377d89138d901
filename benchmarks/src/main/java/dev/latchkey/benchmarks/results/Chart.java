package dev.latchkey.benchmarks.results;

import java.util.List;

/**
 * A picture of one metric. Of one benchmark it has a bar for each subject; of several, which are named {@code family/1},
 * {@code family/8} and so on, a line for each subject.
 *
 * @param file the picture's name, without the ending
 * @param title above it
 * @param metric what is drawn
 * @param benchmarks one, or several in the order of the axis
 * @param axis what the last part of several benchmarks' names is; empty for one
 */
public record Chart(String file, String title, String metric, List<String> benchmarks, String axis) {
    /** A bar for each subject. */
    public static Chart bars(String file, String title, String benchmark, String metric) {
        return new Chart(file, title, metric, List.of(benchmark), "");
    }

    /** A line for each subject. */
    public static Chart lines(String file, String title, List<String> benchmarks, String metric, String axis) {
        return new Chart(file, title, metric, List.copyOf(benchmarks), axis);
    }
}
