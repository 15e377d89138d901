package dev.latchkey.core.http;

import dev.latchkey.core.ApiException;
import dev.latchkey.core.Failure;
import dev.latchkey.core.TimeSource;
import dev.latchkey.core.internal.call.TimerThread;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * The waits of one client between calls, such as those of an operation that polls. They end with the client. Costs one
 * thread while somebody waits, and none otherwise. Safe for use by many threads.
 */
public final class ClientTimer {
    private final TimeSource time;
    private final Executor threads;
    private final TimerThread timer;
    private final Set<Wait> waits = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    ClientTimer(String vendor, TimeSource time, Executor threads) {
        this.time = time;
        this.threads = threads;
        this.timer = new TimerThread(work -> {
            Thread thread = new Thread(work, "latchkey-" + vendor + "-timer");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * The client's clocks, by which deadlines are reckoned.
     *
     * @return those of the builder
     */
    public TimeSource time() {
        return time;
    }

    /**
     * A future that is completed after a while in real time, on a thread of the client's; cancelling it forgets the wait at
     * once.
     *
     * @param delay from now; one that is not positive is over at once
     * @return a future that fails with {@link dev.latchkey.core.ClientClosedException} when the client is closed
     */
    public CompletableFuture<@Nullable Void> after(Duration delay) {
        Wait wait = new Wait();
        waits.add(wait);
        try {
            wait.due = timer.schedule(delay, () -> wait.settle(null));
        } catch (RuntimeException | OutOfMemoryError e) {
            wait.settle(
                    closed
                            ? Lifecycle.refusal("client", "wait")
                            : new ApiException(Failure.local("client", "wait", "No thread could be started."), e));
        }
        if (closed) {
            wait.settle(Lifecycle.refusal("client", "wait"));
        }
        return wait;
    }

    void close() {
        closed = true;
        timer.end();
        waits.forEach(wait -> wait.settle(Lifecycle.refusal("client", "wait")));
    }

    private final class Wait extends CompletableFuture<@Nullable Void> {
        private volatile @Nullable Future<?> due;

        /** What is chained to the future runs neither on the timer's thread nor on that of who closes the client. */
        void settle(@Nullable ApiException failure) {
            if (!waits.remove(this)) {
                return;
            }
            try {
                threads.execute(() -> complete(failure));
            } catch (RuntimeException | OutOfMemoryError e) {
                complete(failure);
            }
        }

        private void complete(@Nullable ApiException failure) {
            if (failure == null) {
                super.complete(null);
            } else {
                completeExceptionally(failure);
            }
        }

        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
            Future<?> scheduled = due;
            if (waits.remove(this) && scheduled != null) {
                scheduled.cancel(false);
            }
            return super.cancel(mayInterruptIfRunning);
        }
    }
}
