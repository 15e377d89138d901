package dev.latchkey.core.internal.session;

import dev.latchkey.core.auth.SessionState;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** The state of a session, and the lock under which it is replaced; it is never held over I/O. */
final class EngineState {
    private final ReentrantLock lock = new ReentrantLock();
    private final RenewalPause pause = new RenewalPause();
    private volatile Snapshot snapshot;

    EngineState(Snapshot first) {
        this.snapshot = first;
    }

    Snapshot snapshot() {
        return snapshot;
    }

    boolean isClosed() {
        return snapshot.state() == SessionState.CLOSED;
    }

    ReentrantLock lock() {
        return lock;
    }

    /** Caller holds the lock. */
    void replace(Snapshot next) {
        snapshot = next;
    }

    /** Until when nothing is asked for after a failure. Guarded by the lock. */
    RenewalPause pause() {
        return pause;
    }

    <T> T locked(Supplier<T> decision) {
        lock.lock();
        try {
            return decision.get();
        } finally {
            lock.unlock();
        }
    }

    void lockedDo(Runnable change) {
        lock.lock();
        try {
            change.run();
        } finally {
            lock.unlock();
        }
    }
}
