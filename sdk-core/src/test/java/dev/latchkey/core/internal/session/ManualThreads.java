package dev.latchkey.core.internal.session;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Keeps tasks until a test runs them. */
final class ManualThreads extends AbstractExecutorService {
    private final List<Runnable> tasks = new CopyOnWriteArrayList<>();
    private volatile boolean closed;
    private final AtomicInteger refused = new AtomicInteger();
    private volatile boolean refusing;

    /** For a session, whose timer is a real one. */
    SessionThreads ofSession() {
        return new SessionThreads(this, work -> {
            Thread thread = new Thread(work, "test-timer");
            thread.setDaemon(true);
            return thread;
        });
    }

    void refuse(boolean now) {
        refusing = now;
    }

    /** How many tasks there was no thread for. */
    int refused() {
        return refused.get();
    }

    int waiting() {
        return tasks.size();
    }

    /** Runs the oldest. */
    void runNext() {
        takeNext().run();
    }

    Runnable takeNext() {
        return tasks.remove(0);
    }

    void runAll() {
        while (!tasks.isEmpty()) {
            runNext();
        }
    }

    @Override
    public void execute(Runnable task) {
        if (closed) {
            throw new RejectedExecutionException();
        }
        if (refusing) {
            refused.incrementAndGet();
            throw new OutOfMemoryError("no thread can be made");
        }
        tasks.add(task);
    }

    @Override
    public void shutdown() {
        closed = true;
    }

    @Override
    public List<Runnable> shutdownNow() {
        closed = true;
        return List.copyOf(tasks);
    }

    @Override
    public boolean isShutdown() {
        return closed;
    }

    @Override
    public boolean isTerminated() {
        return closed && tasks.isEmpty();
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return isTerminated();
    }
}
