package dev.latchkey.fake.internal;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Closes connections that have been idle for a while. It has a thread only while it is on. */
final class IdleTimer {
    private final Set<Connection> watched = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private volatile long nanos;
    private volatile @Nullable ScheduledThreadPoolExecutor timer;

    /** Zero is off. */
    void closeAfter(Duration idle) {
        lock.lock();
        try {
            stop();
            nanos = idle.toNanos();
            timer = nanos > 0 ? newTimer() : null;
        } finally {
            lock.unlock();
        }
    }

    /** A connection may have become idle. */
    void watch(Connection connection) {
        ScheduledThreadPoolExecutor present = timer;
        if (present != null && watched.add(connection)) {
            schedule(present, connection, nanos);
        }
    }

    void stop() {
        ScheduledThreadPoolExecutor present = timer;
        if (present != null) {
            present.shutdownNow();
        }
        timer = null;
        watched.clear();
    }

    private void schedule(ScheduledThreadPoolExecutor on, Connection connection, long delay) {
        var unused = on.schedule(() -> check(on, connection), delay, TimeUnit.NANOSECONDS);
    }

    private void check(ScheduledThreadPoolExecutor on, Connection connection) {
        watched.remove(connection);
        long idle = connection.idleNanos();
        if (idle >= 0 && !connection.closeIfIdle(nanos) && watched.add(connection)) {
            schedule(on, connection, Math.max(1, nanos - idle));
        }
    }

    private static ScheduledThreadPoolExecutor newTimer() {
        return new ScheduledThreadPoolExecutor(
                1,
                task -> {
                    Thread thread = new Thread(task, "fake-idle-connections");
                    thread.setDaemon(true);
                    return thread;
                },
                new DiscardPolicy());
    }
}
