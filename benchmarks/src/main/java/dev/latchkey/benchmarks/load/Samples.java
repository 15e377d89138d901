package dev.latchkey.benchmarks.load;

import dev.latchkey.benchmarks.results.Figure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The same thing measured several times: the median, with the least and the greatest. */
final class Samples {
    private final List<Double> values = new ArrayList<>();

    void add(double value) {
        values.add(value);
    }

    double median() {
        List<Double> sorted = sorted();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    Figure figure(String benchmark, String subject, String metric, String unit) {
        List<Double> sorted = sorted();
        return new Figure(benchmark, subject, metric, unit, median(), sorted.get(0), sorted.get(sorted.size() - 1));
    }

    private List<Double> sorted() {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted;
    }
}
