package dev.latchkey.scenarios.soak;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;

/** How many calls succeeded, and how many failed with what. */
final class Outcomes {
    private static final int SHOWN = 20;

    private final LongAdder successes = new LongAdder();
    private final Map<String, LongAdder> failures = new ConcurrentSkipListMap<>();
    private final List<String> unexplained = new CopyOnWriteArrayList<>();

    void succeeded() {
        successes.increment();
    }

    void failed(RuntimeException failure) {
        failures.computeIfAbsent(failure.getClass().getSimpleName(), any -> new LongAdder())
                .increment();
    }

    /** The first of the failures that nothing justifies. */
    void unexplained(String story) {
        if (unexplained.size() < SHOWN) {
            unexplained.add(story);
        }
    }

    List<String> unexplained() {
        return unexplained;
    }

    long calls() {
        return successes.sum()
                + failures().values().stream().mapToLong(Long::longValue).sum();
    }

    double successRate() {
        return 100.0 * successes.sum() / Math.max(1, calls());
    }

    Map<String, Long> failures() {
        Map<String, Long> counts = new TreeMap<>();
        failures.forEach((name, count) -> counts.put(name, count.sum()));
        return counts;
    }
}
