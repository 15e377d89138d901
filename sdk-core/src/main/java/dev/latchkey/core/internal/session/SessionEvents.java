package dev.latchkey.core.internal.session;

import dev.latchkey.core.auth.SessionListener;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the listeners what happened, one event at a time and in order, without a lock held while they run. */
final class SessionEvents {
    private static final Logger LOG = LoggerFactory.getLogger(SessionEvents.class);

    private final List<SessionListener> listeners = new CopyOnWriteArrayList<>();
    private final Queue<Consumer<SessionListener>> pending = new ConcurrentLinkedQueue<>();
    private final AtomicInteger deliverers = new AtomicInteger();

    void add(SessionListener listener) {
        listeners.add(listener);
    }

    void remove(SessionListener listener) {
        listeners.remove(listener);
    }

    void tell(Consumer<SessionListener> event) {
        note(event);
        deliver();
    }

    /** Puts an event in its place; {@link #deliver} tells it. */
    void note(Consumer<SessionListener> event) {
        pending.add(event);
    }

    void deliver() {
        if (deliverers.getAndIncrement() != 0) {
            return; // The thread that is delivering takes over what is pending now.
        }
        int seen = 1;
        do {
            for (Consumer<SessionListener> next = pending.poll(); next != null; next = pending.poll()) {
                for (SessionListener listener : listeners) {
                    deliver(next, listener);
                }
            }
            seen = deliverers.addAndGet(-seen);
        } while (seen != 0);
    }

    private static void deliver(Consumer<SessionListener> event, SessionListener listener) {
        try {
            event.accept(listener);
        } catch (RuntimeException e) {
            LOG.warn(
                    "A session listener threw {}; the session goes on.",
                    e.getClass().getName());
        }
    }
}
