package dev.latchkey.core.internal.session;

import dev.latchkey.core.auth.SessionListener;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells one listener, one event at a time and in order, on a thread that exists while there is something to tell. A listener
 * that hangs keeps this one thread; what happens meanwhile it is not told.
 */
final class ListenerLane {
    static final long LIMIT_NANOS = 10_000_000_000L;

    private static final Logger LOG = LoggerFactory.getLogger(SessionEvents.class);

    private final SessionListener listener;
    private final Executor threads;
    private final LongSupplier clock;
    private final Queue<Consumer<SessionListener>> pending = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean busy = new AtomicBoolean();
    private final AtomicBoolean named = new AtomicBoolean();
    private volatile boolean telling;
    private volatile long since;

    ListenerLane(SessionListener listener, Executor threads, LongSupplier clock) {
        this.listener = listener;
        this.threads = threads;
        this.clock = clock;
    }

    boolean isOf(SessionListener other) {
        return listener.equals(other);
    }

    void note(Consumer<SessionListener> event) {
        pending.add(event);
    }

    /** Tells what was noted; returns at once. */
    void deliver() {
        if (telling && clock.getAsLong() - since > LIMIT_NANOS) {
            passOver();
        } else if (!pending.isEmpty() && busy.compareAndSet(false, true)) {
            try {
                threads.execute(this::tellAll);
            } catch (RejectedExecutionException | OutOfMemoryError e) {
                busy.set(false); // The session is closed, or the next event finds a thread.
            }
        }
    }

    void end() {
        pending.clear();
    }

    private void passOver() {
        pending.clear();
        if (named.compareAndSet(false, true)) {
            LOG.warn(
                    "The session listener {} has not returned for {} s; it is not told what happens meanwhile.",
                    listener.getClass().getName(),
                    LIMIT_NANOS / 1_000_000_000L);
        }
    }

    private void tellAll() {
        do {
            for (Consumer<SessionListener> next = pending.poll(); next != null; next = pending.poll()) {
                since = clock.getAsLong();
                telling = true;
                tell(next);
                telling = false;
            }
            busy.set(false);
        } while (!pending.isEmpty() && busy.compareAndSet(false, true));
    }

    private void tell(Consumer<SessionListener> event) {
        try {
            event.accept(listener);
        } catch (Throwable e) {
            LOG.warn(
                    "The session listener {} threw {}; the session goes on.",
                    listener.getClass().getName(),
                    e.getClass().getName());
        }
    }
}
