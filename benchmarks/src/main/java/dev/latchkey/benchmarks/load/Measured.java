package dev.latchkey.benchmarks.load;

import dev.latchkey.benchmarks.results.Figure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Samples of several subjects and metrics, taken round by round. */
final class Measured {
    private record Key(String benchmark, String subject, String metric, String unit) {}

    private final Map<Key, Samples> samples = new LinkedHashMap<>();

    void add(String benchmark, String subject, String metric, String unit, double value) {
        samples.computeIfAbsent(new Key(benchmark, subject, metric, unit), key -> new Samples())
                .add(value);
    }

    List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        samples.forEach((key, values) -> figures.add(values.figure(key.benchmark, key.subject, key.metric, key.unit)));
        return figures;
    }
}
