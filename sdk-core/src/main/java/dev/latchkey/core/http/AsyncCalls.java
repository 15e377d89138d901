package dev.latchkey.core.http;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The asynchronous calls of one client: so many run at once, the others wait in order. Not OkHttp's dispatcher, which counts
 * a call as running until what is chained to its future has run: callbacks that wait for another call would take all places.
 */
final class AsyncCalls {
    private final Executor threads;
    private final int places;
    private final ReentrantLock lock = new ReentrantLock();
    private final Set<AsyncExecution<?>> waiting = new LinkedHashSet<>();
    private int running;

    AsyncCalls(Executor threads, int places) {
        this.threads = threads;
        this.places = places;
    }

    /** Runs a call now, or when there is a place. */
    void add(AsyncExecution<?> call) {
        lock.lock();
        try {
            if (running == places) {
                waiting.add(call);
                return;
            }
            running++;
        } finally {
            lock.unlock();
        }
        run(call);
    }

    /** True if the call was waiting: it will not run any more. */
    boolean remove(AsyncExecution<?> call) {
        lock.lock();
        try {
            return waiting.remove(call);
        } finally {
            lock.unlock();
        }
    }

    List<AsyncExecution<?>> waiting() {
        lock.lock();
        try {
            return List.copyOf(waiting);
        } finally {
            lock.unlock();
        }
    }

    /** A call that ran gives back its place. */
    void ended() {
        AsyncExecution<?> next = next();
        if (next != null) {
            run(next);
        }
    }

    private @Nullable AsyncExecution<?> next() {
        lock.lock();
        try {
            if (waiting.isEmpty()) {
                running--;
                return null;
            }
            AsyncExecution<?> first = waiting.iterator().next();
            waiting.remove(first);
            return first;
        } finally {
            lock.unlock();
        }
    }

    /** A call that gets no thread ends, and with it perhaps those behind it: in a loop, since there may be thousands. */
    private void run(AsyncExecution<?> call) {
        AsyncExecution<?> next = call;
        while (next != null) {
            try {
                threads.execute(next);
                return;
            } catch (RuntimeException | OutOfMemoryError e) {
                next.failsToRun(e);
                next = next();
            }
        }
    }
}
