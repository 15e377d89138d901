package dev.latchkey.scenarios.faults;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;

/** How many combinations ended in what, for each vendor. Safe for concurrent use. */
final class Tally {
    private final String title;
    private final Map<String, Map<String, Integer>> counts = new ConcurrentSkipListMap<>();

    Tally(String title) {
        this.title = title;
    }

    void count(String vendor, Outcome outcome) {
        counts.computeIfAbsent(vendor, any -> new ConcurrentSkipListMap<>())
                .merge(outcome.type().getSimpleName(), 1, Integer::sum);
    }

    /** A line for each outcome, a column for each vendor. */
    @Override
    public String toString() {
        TreeSet<String> outcomes = new TreeSet<>();
        counts.values().forEach(each -> outcomes.addAll(each.keySet()));
        StringBuilder table = new StringBuilder(line(title, List.copyOf(counts.keySet())));
        for (String outcome : outcomes) {
            table.append(line(
                    outcome,
                    counts.values().stream()
                            .map(each -> each.getOrDefault(outcome, 0))
                            .toList()));
        }
        return table.append(line(
                        "combinations", counts.values().stream().map(Tally::sum).toList()))
                .toString();
    }

    private static int sum(Map<String, Integer> vendor) {
        return vendor.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static String line(String name, List<?> cells) {
        StringBuilder line = new StringBuilder(String.format("%-50s", name));
        cells.forEach(cell -> line.append(String.format("%14s", cell)));
        return line.append('\n').toString();
    }
}
