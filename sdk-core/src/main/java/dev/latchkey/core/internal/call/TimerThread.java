package dev.latchkey.core.internal.call;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Runs short tasks later, on one thread that lives only while something is due. Safe for use by many threads. */
public final class TimerThread {
    private static final int IDLE_SECONDS = 1;

    private final ThreadFactory factory;
    private final AtomicReference<@Nullable ScheduledThreadPoolExecutor> timer = new AtomicReference<>();
    private volatile boolean ended;

    /**
     * A timer that has no thread yet.
     *
     * @param factory makes its thread, a daemon
     */
    public TimerThread(ThreadFactory factory) {
        this.factory = factory;
    }

    /**
     * Runs a task after a while, unless the timer is ended before.
     *
     * @param delay from now, in real time
     * @param task neither blocks nor throws
     * @return cancels the task, which is then forgotten at once
     * @throws java.util.concurrent.RejectedExecutionException after the end
     * @throws OutOfMemoryError if no thread can be made
     */
    public Future<?> schedule(Duration delay, Runnable task) {
        return running().schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Forgets what is due, and lets the thread go. */
    public void end() {
        ended = true;
        ScheduledThreadPoolExecutor present = timer.get();
        if (present != null) {
            present.shutdownNow();
        }
    }

    private ScheduledThreadPoolExecutor running() {
        ScheduledThreadPoolExecutor present = timer.get();
        if (present != null) {
            return present;
        }
        ScheduledThreadPoolExecutor made = new ScheduledThreadPoolExecutor(1, factory);
        made.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
        made.allowCoreThreadTimeOut(true);
        made.setRemoveOnCancelPolicy(true);
        ScheduledThreadPoolExecutor used = timer.compareAndSet(null, made) ? made : Objects.requireNonNull(timer.get());
        if (ended) {
            used.shutdownNow(); // It may have been made after the end had looked for one.
        }
        return used;
    }
}
