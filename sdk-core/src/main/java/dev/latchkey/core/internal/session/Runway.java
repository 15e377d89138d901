package dev.latchkey.core.internal.session;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The one flight underway. Guarded by the lock of the flights, which its methods take where they do not say otherwise. */
final class Runway {
    private final ReentrantLock lock;
    private final Supplier<Snapshot> current;
    private @Nullable Flight underway;

    /** Each flight begins from the {@code current} state. */
    Runway(ReentrantLock lock, Supplier<Snapshot> current) {
        this.lock = lock;
        this.current = current;
    }

    /** Caller holds the lock. */
    @Nullable
    Flight underway() {
        return underway;
    }

    /** Caller holds the lock. */
    boolean isFree() {
        return underway == null;
    }

    /** Caller holds the lock. */
    boolean isLoggingIn() {
        return underway != null && underway.kind() == Flight.Kind.LOGIN;
    }

    /** Caller holds the lock. */
    void take(Flight next) {
        next.begin(current.get());
        underway = next;
    }

    /** Caller holds the lock. False if the flight was left behind. */
    boolean leave(Flight landed) {
        if (underway != landed) {
            return false;
        }
        underway = null;
        return true;
    }

    /** Null if it was taken, else the flight that has it; that one may be left behind. */
    @Nullable
    Flight tryTake(Flight next, @Nullable Flight leftBehind) {
        lock.lock();
        try {
            if (underway != null && underway != leftBehind) {
                return underway;
            }
            take(next);
            return null;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits, at most so long, until nothing flies and nothing is queued. A flight of the current thread's own is not waited
     * for, nor what is queued behind it.
     *
     * @return whether that is so
     */
    boolean awaitIdle(FlightQueue queue, long nanos) throws InterruptedException {
        long start = System.nanoTime();
        for (Flight next = nextToLand(queue); next != null; next = nextToLand(queue)) {
            if (next.isOwn(Thread.currentThread())) {
                return true;
            }
            if (!next.awaitLanding(nanos - (System.nanoTime() - start))) {
                return false;
            }
        }
        return true;
    }

    private @Nullable Flight nextToLand(FlightQueue queue) {
        lock.lock();
        try {
            return underway != null ? underway : queue.last();
        } finally {
            lock.unlock();
        }
    }
}
