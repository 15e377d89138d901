package dev.latchkey.benchmarks.results;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A small report. */
final class Samples {
    static final Figure OURS = new Figure("get", "latchkey", "time", "ns", 61_000, 60_000, 62_000);
    static final Figure FLOOR = new Figure("get", "raw", "time", "ns", 60_000, 59_000, 61_000);
    static final Figure BYTES = Figure.exact("get", "latchkey", "bytes", "B", 13_000);
    static final Figure CALLS_OF_ONE = Figure.exact("threads/1", "latchkey", "calls", "calls/s", 14_000);
    static final Figure CALLS_OF_EIGHT = Figure.exact("threads/8", "latchkey", "calls", "calls/s", 24_000);

    private Samples() {}

    static Report report(Target... targets) {
        return new Report(
                "full",
                Instant.parse("2026-11-25T18:00:00Z"),
                new Machine("Sample CPU", 2, "Linux 6", "OpenJDK 17", 0.5),
                Map.of("moshi", "1.15.2"),
                Map.of("get", "One GET"),
                List.of(CALLS_OF_ONE, CALLS_OF_EIGHT, OURS, FLOOR, BYTES),
                List.of(targets));
    }
}
