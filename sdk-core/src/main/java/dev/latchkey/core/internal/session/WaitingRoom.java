package dev.latchkey.core.internal.session;

import dev.latchkey.core.ApiIOException;
import dev.latchkey.core.TimeSource;
import dev.latchkey.core.internal.call.CallSignal;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Where callers wait: for work underway, and for the next try. No thread of the session's waits with them: the first whose
 * pause is over makes the try. Whatever changes the session wakes them.
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
     * What a decision brings a call.
     *
     * @param next change since before the decision
     * @return nothing if the call is to look again
     * @throws ApiIOException if there is no token, and none is worth waiting for
     * @throws IOException as {@link CallSignal#await}
     */
    Optional<Authorization> follow(
            Decision decision, CompletableFuture<Void> next, Patience patience, CallSignal signal) throws IOException {
        if (decision instanceof Decision.Send send) {
            return Optional.of(send.authorization());
        }
        if (decision instanceof Decision.Join join) {
            return join(join.work(), patience, signal);
        }
        if (decision instanceof Decision.Fail fail) {
            if (!fail.nextTry().isPresent() || !patience.outlasts(fail.failure())) {
                throw failure(fail.failure(), signal);
            }
            await(fail.nextTry().get(), next, patience, signal);
        }
        return Optional.empty();
    }

    /** As long as the call may wait, or after a failure as long as its patience lasts. */
    private Optional<Authorization> join(Work work, Patience patience, CallSignal signal) throws IOException {
        SessionFailure before = patience.met();
        if (before == null) {
            work.join(signal, () -> false, NO_LIMIT);
        } else {
            work.join(signal, () -> patience.leftNanos() <= 0, realTime ? patience.leftNanos() : NO_LIMIT);
            if (!work.isSettled()) {
                throw failure(before, signal);
            }
        }
        Outcome result = work.result();
        SessionFailure failure = result.failure();
        if (failure == null) {
            patience.helped();
            return result instanceof Outcome.Obtained obtained
                    ? Optional.of(obtained.tokens().authorization())
                    : Optional.empty();
        }
        if (!patience.mayGoOn(failure, work)) {
            throw failure(failure, signal);
        }
        return Optional.empty();
    }

    /** Until something changes or the pause is over. */
    private void await(Decision.NextTry due, CompletableFuture<Void> next, Patience patience, CallSignal signal)
            throws IOException {
        Thread thread = Thread.currentThread();
        long until = time.nanoTime() + due.nanos();
        CompletableFuture<Void> unused = next.whenComplete((nothing, none) -> LockSupport.unpark(thread));
        boolean woken =
                signal.await(() -> next.isDone() || time.nanoTime() - until >= 0, realTime ? due.nanos() : NO_LIMIT);
        if (!woken || !next.isDone()) {
            patience.waitOut(due.pause());
        }
    }

    /** Looks again when a pause is over, or when something changes; without a thread until then. */
    void later(
            SessionThreads threads,
            CompletableFuture<Void> next,
            Decision.NextTry due,
            Patience patience,
            Runnable look) {
        AtomicBoolean done = new AtomicBoolean();
        CompletableFuture<Void> unused = next.thenRun(() -> {
            if (done.compareAndSet(false, true)) {
                look.run();
            }
        });
        if (realTime) {
            Future<?> unusedEntry = threads.later(Duration.ofNanos(due.nanos()), () -> {
                if (done.compareAndSet(false, true)) {
                    patience.waitOut(due.pause());
                    look.run();
                }
            });
        }
    }

    private static ApiIOException failure(SessionFailure failure, CallSignal signal) {
        return new ApiIOException(failure.as(signal.failure(failure.problem())));
    }
}
