package dev.latchkey.benchmarks.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Threads that stand ready, and all set out at one moment. */
final class Crowd implements AutoCloseable {
    /** What one of them does. */
    @FunctionalInterface
    interface Task {
        void run(int number) throws Exception;
    }

    /**
     * What became of it.
     *
     * @param nanos from the common start
     * @param failure null if there was none
     */
    record Outcome(long nanos, @Nullable Exception failure) {
        boolean succeeded() {
            return failure == null;
        }
    }

    private final int size;
    private final ExecutorService threads;

    Crowd(int size) {
        this.size = size;
        this.threads = Executors.newFixedThreadPool(size);
    }

    /** Has each run the task once, and waits for all. */
    List<Outcome> together(Task task) throws InterruptedException {
        CyclicBarrier start = new CyclicBarrier(size);
        List<Future<Outcome>> underway = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            int number = i;
            underway.add(threads.submit(() -> {
                start.await();
                return timed(task, number);
            }));
        }
        List<Outcome> outcomes = new ArrayList<>();
        for (Future<Outcome> one : underway) {
            try {
                outcomes.add(one.get());
            } catch (ExecutionException e) {
                throw new IllegalStateException("one of the crowd broke down", e.getCause());
            }
        }
        return outcomes;
    }

    private static Outcome timed(Task task, int number) {
        long start = System.nanoTime();
        try {
            task.run(number);
            return new Outcome(System.nanoTime() - start, null);
        } catch (Exception e) {
            return new Outcome(System.nanoTime() - start, e);
        }
    }

    static int successes(List<Outcome> outcomes) {
        return (int) outcomes.stream().filter(Outcome::succeeded).count();
    }

    static Duration longest(List<Outcome> outcomes) {
        return Duration.ofNanos(
                outcomes.stream().mapToLong(Outcome::nanos).max().orElseThrow());
    }

    /** Fails with the first failure, if there is one. */
    static void requireAll(List<Outcome> outcomes, String what) {
        for (Outcome outcome : outcomes) {
            if (!outcome.succeeded()) {
                throw new IllegalStateException(what + ": a call failed", outcome.failure());
            }
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
