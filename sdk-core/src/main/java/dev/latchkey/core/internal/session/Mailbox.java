package dev.latchkey.core.internal.session;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One job of a session at a time, by construction; the others wait here in order, without a thread. One that has to wait too
 * long goes without the one underway, which may still end.
 */
final class Mailbox {
    /** A logout is answered by then, however long it takes. */
    static final Duration LOGOUT_LIMIT = Duration.ofSeconds(5);

    private static final Duration OTHER_CREDENTIALS_LIMIT = Duration.ofMillis(500);

    private final ReentrantLock lock;
    private final SessionThreads threads;
    private final Duration longest;
    private final Supplier<Snapshot> current;
    private final Consumer<Work> worker;
    private final BiFunction<Work, Throwable, Outcome> refused;

    private final Deque<Work> waiting = new ArrayDeque<>();
    private @Nullable Work underway;
    private @Nullable Work leftBehind;
    private @Nullable Future<?> impatience;

    /**
     * An empty mailbox.
     *
     * @param lock guards it, together with the state
     * @param longest how long anything is waited for that does not end
     * @param current what each work begins from
     * @param worker carries work out, then takes the {@link #next}
     * @param refused tells what comes of work for which there is no thread
     */
    Mailbox(
            ReentrantLock lock,
            SessionThreads threads,
            Duration longest,
            Supplier<Snapshot> current,
            Consumer<Work> worker,
            BiFunction<Work, Throwable, Outcome> refused) {
        this.lock = lock;
        this.threads = threads;
        this.longest = longest;
        this.current = current;
        this.worker = worker;
        this.refused = refused;
    }

    /** Caller holds the lock. */
    @Nullable
    Work underway() {
        return underway;
    }

    Duration longest() {
        return longest;
    }

    /** Caller holds the lock. */
    boolean isFree() {
        return underway == null;
    }

    /** Caller holds the lock. Carries a job out at once if nothing is underway, else when its turn comes. */
    Work post(Job job) {
        Work work = new Work(job);
        if (underway == null) {
            take(work);
            start(work);
        } else {
            waiting.add(work);
            if (waiting.size() == 1) {
                watch();
            }
        }
        return work;
    }

    /** Caller holds the lock. Whose turn it is after this work, to be started without the lock; null if there is none. */
    @Nullable
    Work next(Work done) {
        leftBehind = leftBehind == done ? null : leftBehind;
        return underway == done ? next() : null;
    }

    private @Nullable Work next() {
        underway = null;
        Work next = waiting.poll();
        if (next != null) {
            take(next);
        }
        watch();
        return next;
    }

    private void take(Work work) {
        work.begin(current.get(), leftBehind);
        underway = work;
    }

    /** A thread that cannot be started fails the work rather than hanging it. */
    void start(Work work) {
        try {
            threads.execute(() -> worker.accept(work));
        } catch (RuntimeException | OutOfMemoryError e) {
            Work next;
            lock.lock();
            try {
                next = next(work);
            } finally {
                lock.unlock();
            }
            work.settle(refused.apply(work, e), () -> {});
            if (next != null) {
                start(next);
            }
        }
    }

    /** Caller holds the lock. Gives up waiting for what is underway after a while, if somebody waits for it. */
    private void watch() {
        if (impatience != null) {
            impatience.cancel(false);
            impatience = null;
        }
        Work before = underway;
        Work next = waiting.peek();
        if (before != null && next != null) {
            try {
                impatience = threads.later(patience(next.job(), before.job()), () -> goWithout(before, next));
            } catch (RejectedExecutionException | OutOfMemoryError e) {
                return; // It waits for as long as that takes, or for the close that has ended the threads.
            }
        }
    }

    /** A logout and a login with other credentials are not queued behind a slow renewal. */
    private Duration patience(Job next, Job before) {
        boolean waits = before instanceof Job.LogIn || before instanceof Job.LogOut || next instanceof Job.LogInAgain;
        Duration patience = next instanceof Job.LogOut ? LOGOUT_LIMIT : OTHER_CREDENTIALS_LIMIT;
        return waits || patience.compareTo(longest) > 0 ? longest : patience;
    }

    private void goWithout(Work before, Work next) {
        lock.lock();
        try {
            if (underway != before || waiting.peek() != next) {
                return;
            }
            leftBehind = before;
            next();
        } finally {
            lock.unlock();
        }
        before.leaveBehind();
        start(next);
    }

    /** Lets a logout that waits for its turn wait no longer; false if there is none, nor one that is underway. */
    boolean goOnToLogout() {
        Work before;
        Work next;
        lock.lock();
        try {
            before = underway;
            next = waiting.peek();
        } finally {
            lock.unlock();
        }
        if (before != null && next != null && next.job() instanceof Job.LogOut) {
            goWithout(before, next);
            return true;
        }
        return before != null && before.job() instanceof Job.LogOut;
    }

    /** Caller holds the lock. Takes out the logins that wait for their turn. */
    List<Work> takeLogins() {
        List<Work> logins = new ArrayList<>(waiting);
        logins.removeIf(work -> !(work.job() instanceof Job.LogIn));
        if (waiting.removeAll(logins)) {
            watch();
        }
        return logins;
    }

    /**
     * Waits, at most so long, until nothing is underway and nothing waits. Work of the current thread's own is not waited for,
     * nor what waits for it, nor what was left behind.
     *
     * @return whether that is so
     */
    boolean awaitEmpty(long nanos) throws InterruptedException {
        long start = System.nanoTime();
        for (Work next = lockedUnderway(); next != null; next = lockedUnderway()) {
            if (next.isOwn()) {
                return true;
            }
            if (!next.awaitOverOrLeft(nanos - (System.nanoTime() - start))) {
                return false;
            }
        }
        return true;
    }

    /** Nothing is started any more: what waits has failed. */
    void end() {
        List<Work> left;
        lock.lock();
        try {
            left = new ArrayList<>(waiting);
            waiting.clear();
        } finally {
            lock.unlock();
        }
        left.forEach(work -> work.settle(Outcome.of(SessionFailure.CLIENT_CLOSED), () -> {}));
    }

    private @Nullable Work lockedUnderway() {
        lock.lock();
        try {
            return underway;
        } finally {
            lock.unlock();
        }
    }
}
