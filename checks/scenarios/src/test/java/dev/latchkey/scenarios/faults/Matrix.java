package dev.latchkey.scenarios.faults;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Tries combinations, many at a time since some of them wait; each row is a test. */
final class Matrix implements AutoCloseable {
    private static final int AT_A_TIME = 16;
    private static final int HANGING_AT_MOST = 3;

    private final ExecutorService workers = Executors.newFixedThreadPool(AT_A_TIME, work -> {
        Thread thread = new Thread(work, "fault-matrix");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicInteger hanging = new AtomicInteger();

    /** Those of the sample are begun at once; a test waits for those of its row. */
    Stream<DynamicTest> tests(List<Combination> combinations, Tally tally) {
        Map<String, List<Future<List<String>>>> rows = new LinkedHashMap<>();
        for (Combination combination : Sample.of(combinations)) {
            rows.computeIfAbsent(combination.row(), row -> new ArrayList<>())
                    .add(workers.submit(() -> problems(combination, tally)));
        }
        return rows.entrySet().stream()
                .map(row -> DynamicTest.dynamicTest(
                        row.getKey() + ", " + row.getValue().size() + " times", () -> verify(row.getValue())));
    }

    private List<String> problems(Combination combination, Tally tally) {
        if (hanging.get() >= HANGING_AT_MOST) {
            return List.of(combination + ": not tried, since others hang");
        }
        try {
            tally.count(combination.vendor(), Trial.run(combination));
            return List.of();
        } catch (Trial.HangException e) {
            hanging.incrementAndGet();
            return List.of(combination + ": " + e.getMessage());
        } catch (Throwable e) {
            return List.of(combination + ": " + Trial.described(e));
        }
    }

    private static void verify(List<Future<List<String>>> row) throws Exception {
        List<String> problems = new ArrayList<>();
        for (Future<List<String>> combination : row) {
            problems.addAll(combination.get());
        }
        if (!problems.isEmpty()) {
            throw new AssertionError(problems.size() + " of " + row.size() + " combinations went wrong ("
                    + Sample.description() + "):\n" + String.join("\n\n", problems));
        }
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
