package dev.latchkey.tokenstore.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The clocks of this machine, and a few daemon threads for what is repeated, which are gone a second after the last of it. One
 * repetition that hangs keeps no other from running.
 */
final class SystemTime implements StoreTime {
    private final ScheduledThreadPoolExecutor repetitions =
            new ScheduledThreadPoolExecutor(Database.MOST_THREADS, work -> {
                Thread thread = new Thread(work, "latchkey-jdbc-pulse");
                thread.setDaemon(true);
                return thread;
            });

    SystemTime() {
        repetitions.setKeepAliveTime(1, TimeUnit.SECONDS);
        repetitions.allowCoreThreadTimeOut(true);
        repetitions.setRemoveOnCancelPolicy(true);
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public void pause(Duration length) throws InterruptedException {
        LockSupport.parkNanos(this, length.toNanos());
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    @Override
    public Runnable repeat(Duration pause, Runnable action) {
        Future<?> repetition =
                repetitions.scheduleWithFixedDelay(action, pause.toNanos(), pause.toNanos(), TimeUnit.NANOSECONDS);
        return () -> repetition.cancel(false);
    }
}
