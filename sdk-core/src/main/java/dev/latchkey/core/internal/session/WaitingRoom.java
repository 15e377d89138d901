package dev.latchkey.core.internal.session;

import dev.latchkey.core.TimeSource;
import dev.latchkey.core.internal.call.CallSignal;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Where callers wait for the next try. No thread of the session's waits with them: the first whose pause is over makes the
 * try. Whatever changes the session wakes them.
 */
final class WaitingRoom {
    private static final long NO_LIMIT = Long.MAX_VALUE;

    private final TimeSource time;
    private final boolean realTime;
    private final AtomicReference<@Nullable CompletableFuture<Void>> change = new AtomicReference<>();

    WaitingRoom(TimeSource time) {
        this(time, true);
    }

    /** Without real time a test's clock alone decides, and {@link #wake} tells that it has moved. */
    WaitingRoom(TimeSource time, boolean realTime) {
        this.time = time;
        this.realTime = realTime;
    }

    Patience patience(long limitNanos, LongSupplier callsRest) {
        LongSupplier realNanos = realTime ? System::nanoTime : time::nanoTime;
        return new Patience(time, realNanos, limitNanos, callsRest);
    }

    /** Completes with the next change. To be taken before what is waited for is looked at. */
    CompletableFuture<Void> nextChange() {
        while (true) {
            CompletableFuture<Void> present = change.get();
            if (present != null) {
                return present;
            }
            CompletableFuture<Void> made = new CompletableFuture<>();
            if (change.compareAndSet(null, made)) {
                return made;
            }
        }
    }

    /** Lets all look again. Not under a lock. */
    void wake() {
        CompletableFuture<Void> waitedFor = change.get() == null ? null : change.getAndSet(null);
        if (waitedFor != null) {
            waitedFor.complete(null);
        }
    }

    /**
     * Waits, as a call, until something changes or a pause is over.
     *
     * @return whether the pause is over
     * @throws IOException as {@link CallSignal#await}
     */
    boolean await(CompletableFuture<Void> next, long nanos, CallSignal signal) throws IOException {
        Thread thread = Thread.currentThread();
        long until = time.nanoTime() + nanos;
        CompletableFuture<Void> unused = next.whenComplete((nothing, none) -> LockSupport.unpark(thread));
        boolean woken = signal.await(() -> next.isDone() || time.nanoTime() - until >= 0, realTime ? nanos : NO_LIMIT);
        return !woken || !next.isDone();
    }

    /**
     * Waits, as a call, for the outcome of a flight: as long as the call may, or after a failure as long as its patience lasts.
     *
     * @return whether there is an outcome
     * @throws IOException as {@link CallSignal#await}
     */
    boolean join(Flight flight, Patience patience, CallSignal signal) throws IOException {
        if (!patience.hasFailed()) {
            flight.join(signal, () -> false, NO_LIMIT);
            return true;
        }
        flight.join(signal, () -> patience.leftNanos() <= 0, realTime ? patience.leftNanos() : NO_LIMIT);
        return flight.isSettled();
    }

    /** Runs something when a pause is over, or when something changes. */
    void later(SessionThreads threads, CompletableFuture<Void> next, long nanos, Runnable overdue, Runnable changed) {
        AtomicBoolean done = new AtomicBoolean();
        CompletableFuture<Void> unused = next.thenRun(() -> {
            if (done.compareAndSet(false, true)) {
                changed.run();
            }
        });
        if (realTime) {
            threads.later(Duration.ofNanos(nanos), () -> {
                if (done.compareAndSet(false, true)) {
                    overdue.run();
                }
            });
        }
    }
}
