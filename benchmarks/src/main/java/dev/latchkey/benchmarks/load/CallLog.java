package dev.latchkey.benchmarks.load;

import dev.latchkey.benchmarks.load.subject.Caller;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Calls that several threads have made, each one after the other, and when. */
final class CallLog {
    /** One call, by {@link System#nanoTime}. */
    record Entry(String id, long start, long end) {
        long nanos() {
            return end - start;
        }
    }

    private final List<Entry> entries;
    private final List<Exception> failures;

    private CallLog(List<Entry> entries, List<Exception> failures) {
        this.entries = entries;
        this.failures = failures;
    }

    /** Has everyone in the crowd call until the time is over. */
    static CallLog record(Crowd crowd, Caller caller, Duration time) throws InterruptedException {
        ConcurrentLinkedQueue<List<Entry>> logs = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedQueue<Exception> failures = new ConcurrentLinkedQueue<>();
        long end = System.nanoTime() + time.toNanos();
        Crowd.requireAll(
                crowd.together(number -> {
                    List<Entry> mine = new ArrayList<>();
                    while (System.nanoTime() - end < 0) {
                        String id = number + "." + mine.size();
                        long start = System.nanoTime();
                        try {
                            caller.call(id);
                        } catch (Exception e) {
                            failures.add(e);
                        }
                        mine.add(new Entry(id, start, System.nanoTime()));
                    }
                    logs.add(mine);
                }),
                "calls under load");
        List<Entry> all = new ArrayList<>();
        logs.forEach(all::addAll);
        return new CallLog(all, List.copyOf(failures));
    }

    /** The calls that failed are among the entries. */
    List<Exception> failures() {
        return failures;
    }

    /** Fails with the first failure, if there is one. */
    void requireSuccess(String what) {
        if (!failures.isEmpty()) {
            throw new IllegalStateException(what + ": a call failed", failures.get(0));
        }
    }

    List<Entry> entries() {
        return entries;
    }

    /** The time that all but one in a thousand calls stay below. */
    long p999() {
        long[] sorted = entries.stream().mapToLong(Entry::nanos).sorted().toArray();
        return sorted[(int) Math.ceil(sorted.length * 0.999) - 1];
    }

    int slowerThan(Duration limit) {
        return (int) entries.stream()
                .filter(entry -> entry.nanos() >= limit.toNanos())
                .count();
    }
}
