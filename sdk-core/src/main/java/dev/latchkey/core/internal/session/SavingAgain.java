package dev.latchkey.core.internal.session;

import dev.latchkey.core.auth.StoredSession;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sees to it that tokens which the store could not take are saved once it can: soon at first, since others who share the
 * store may be waiting for them, then less and less often.
 */
final class SavingAgain {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final int DOUBLINGS = 8;

    private final SavedSession saved;
    private final HeldFactory helds;
    private final SessionThreads threads;
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicBoolean scheduled = new AtomicBoolean();

    SavingAgain(SavedSession saved, HeldFactory helds, SessionThreads threads) {
        this.saved = saved;
        this.helds = helds;
        this.threads = threads;
    }

    /** These tokens are in use now. Runs the attempt later if they are not saved. */
    void landed(Held held, Runnable attempt) {
        if (held.saved()) {
            failures.set(0);
            return;
        }
        if (!scheduled.compareAndSet(false, true)) {
            return;
        }
        int doublings = Math.min(failures.getAndIncrement(), DOUBLINGS);
        try {
            threads.later(FIRST_PAUSE.multipliedBy(1L << doublings), () -> {
                scheduled.set(false);
                attempt.run();
            });
        } catch (RejectedExecutionException | OutOfMemoryError e) {
            scheduled.set(false); // The session is being closed, which saves them at last; or the next renewal does.
        }
    }

    /** Saves them while the session is being closed; false if that takes longer. */
    boolean saveAtLast(Held unsaved, Snapshot mine, long maxNanos) {
        FutureTask<Outcome> attempt = new FutureTask<>(() -> run(unsaved, mine));
        try {
            threads.execute(attempt);
        } catch (RejectedExecutionException | OutOfMemoryError e) {
            return true;
        }
        return Patiently.wait(maxNanos, nanos -> isDone(attempt, nanos));
    }

    private static boolean isDone(FutureTask<Outcome> attempt, long nanos) throws InterruptedException {
        try {
            attempt.get(nanos, TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            return true;
        }
    }

    /** Saves them now, if nobody has stored newer ones. Blocks; it does not fail. */
    Outcome run(Held unsaved, Snapshot mine) {
        try {
            return saved.exclusively(section -> inside(unsaved, mine, section));
        } catch (IOException | RuntimeException e) {
            return Outcome.of(unsaved);
        }
    }

    private Outcome inside(Held unsaved, Snapshot before, StoreSection section) {
        StoredSession stored = section.load();
        boolean isLate = LateLogin.isLate(unsaved) && section.outage() == null;
        Held followed = isLate ? LateLogin.following(stored, unsaved, section) : null;
        if (followed != null) {
            return Outcome.of(followed);
        }
        Snapshot mine = isLate ? Snapshot.initial() : before;
        if (stored != null && stored.isLoggedOut() && stored.generation() > mine.generation()) {
            return Outcome.loggedOutElsewhere(stored.generation());
        }
        Held newer = helds.adopt(stored, mine);
        Held other = newer == null ? helds.adoptInstead(stored, unsaved) : newer;
        return Outcome.of(other == null ? TokenRequests.saveAgain(unsaved, section) : other);
    }
}
