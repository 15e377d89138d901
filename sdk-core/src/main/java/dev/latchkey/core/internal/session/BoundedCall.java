package dev.latchkey.core.internal.session;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Asks one thing of the user's within a limit. What hangs is interrupted; while it does not return nothing more is asked, so
 * that it keeps one thread and no second one.
 *
 * @param <T> the answer
 */
final class BoundedCall<T> {
    private final String who;
    private final Duration limit;
    private final UserCode threads;
    private final AtomicReference<@Nullable Task<T>> hanging = new AtomicReference<>();

    BoundedCall(String who, Duration limit, UserCode threads) {
        this.who = who;
        this.limit = limit;
        this.threads = threads;
    }

    /**
     * Asks once.
     *
     * @throws UnansweredException if there is no answer in time, or an earlier one is still missing
     * @throws ExecutionException with what was thrown, of whatever kind
     */
    T ask(Callable<T> question) throws UnansweredException, ExecutionException, InterruptedException {
        if (hanging.get() != null) {
            throw UnansweredException.still(who);
        }
        Task<T> task = new Task<>(question, hanging);
        try {
            threads.execute(task);
        } catch (RejectedExecutionException e) {
            throw new InterruptedException("The session's threads have ended.");
        }
        try {
            return task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            task.giveUp();
            throw new UnansweredException(who, limit);
        } catch (InterruptedException e) {
            task.giveUp();
            throw e;
        }
    }

    private static final class Task<T> extends FutureTask<T> {
        private final AtomicReference<@Nullable Task<T>> hanging;
        private volatile boolean over;

        Task(Callable<T> question, AtomicReference<@Nullable Task<T>> hanging) {
            super(question);
            this.hanging = Objects.requireNonNull(hanging);
        }

        @Override
        public void run() {
            super.run();
            over = true;
            hanging.compareAndSet(this, null);
        }

        void giveUp() {
            hanging.set(this);
            cancel(true);
            if (over) {
                hanging.compareAndSet(this, null);
            }
        }
    }

    /** Something of the user's has not returned in time. */
    static final class UnansweredException extends IOException {
        private static final long serialVersionUID = 1;

        UnansweredException(String who, Duration limit) {
            super(who + " did not answer within " + seconds(limit));
        }

        private UnansweredException(String problem) {
            super(problem);
        }

        static UnansweredException still(String who) {
            return new UnansweredException(who + " has not returned from an earlier call");
        }

        private static String seconds(Duration limit) {
            return limit.toMillis() % 1000 == 0 ? limit.toMillis() / 1000 + " s" : limit.toMillis() + " ms";
        }
    }
}
