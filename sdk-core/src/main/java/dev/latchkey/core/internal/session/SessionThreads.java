package dev.latchkey.core.internal.session;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The threads of one session: daemons, made on demand, gone a second after their work. */
final class SessionThreads implements Executor {
    private static final int IDLE_SECONDS = 1;

    private final AtomicInteger made = new AtomicInteger();
    private final ThreadPoolExecutor pool = new ThreadPoolExecutor(
            0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), this::thread);
    private final AtomicReference<@Nullable ScheduledThreadPoolExecutor> timer = new AtomicReference<>();

    /**
     * Runs a task on a thread of its own.
     *
     * @throws java.util.concurrent.RejectedExecutionException after the end
     * @throws OutOfMemoryError if no thread can be made
     */
    @Override
    public void execute(Runnable task) {
        pool.execute(task);
    }

    /**
     * Runs a task after a while, unless the threads are ended before.
     *
     * @throws java.util.concurrent.RejectedExecutionException after the end
     * @throws OutOfMemoryError if no thread can be made
     */
    void later(Duration delay, Runnable task) {
        ScheduledFuture<?> unused = timer().schedule(() -> execute(task), delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    void end() {
        pool.shutdown();
        endTimer();
    }

    /** Interrupts what still runs. */
    void endNow() {
        pool.shutdownNow();
        endTimer();
    }

    private ScheduledThreadPoolExecutor timer() {
        ScheduledThreadPoolExecutor present = timer.get();
        if (present != null) {
            return present;
        }
        ScheduledThreadPoolExecutor made = new ScheduledThreadPoolExecutor(1, this::thread);
        made.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
        made.allowCoreThreadTimeOut(true);
        ScheduledThreadPoolExecutor used = timer.compareAndSet(null, made) ? made : Objects.requireNonNull(timer.get());
        if (pool.isShutdown()) {
            used.shutdownNow(); // It may have been made after the end had looked for one.
        }
        return used;
    }

    private void endTimer() {
        ScheduledThreadPoolExecutor present = timer.get();
        if (present != null) {
            present.shutdownNow();
        }
    }

    private Thread thread(Runnable work) {
        Thread thread = new Thread(work, "latchkey-session-" + made.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }
}
