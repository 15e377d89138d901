package dev.latchkey.core.internal.session;

import dev.latchkey.core.auth.SessionListener;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Tells the listeners what happened, each in order, on threads of their own: what one of them does keeps nobody waiting. */
final class SessionEvents {
    private final List<ListenerLane> lanes = new CopyOnWriteArrayList<>();
    private final Executor threads;
    private final LongSupplier clock;

    /** The clock gives monotonic nanoseconds. */
    SessionEvents(Executor threads, LongSupplier clock) {
        this.threads = threads;
        this.clock = clock;
    }

    void add(SessionListener listener) {
        lanes.add(new ListenerLane(listener, threads, clock));
    }

    void remove(SessionListener listener) {
        lanes.stream().filter(lane -> lane.isOf(listener)).findFirst().ifPresent(lane -> {
            lanes.remove(lane);
            lane.end();
        });
    }

    void tell(Consumer<SessionListener> event) {
        note(event);
        deliver();
    }

    /** Puts an event in its place; {@link #deliver} tells it. */
    void note(Consumer<SessionListener> event) {
        lanes.forEach(lane -> lane.note(event));
    }

    void deliver() {
        lanes.forEach(ListenerLane::deliver);
    }
}
