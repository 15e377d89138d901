package dev.latchkey.core.internal.filestore;

import dev.latchkey.core.store.SessionKey;
import dev.latchkey.core.store.StoreBusyException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * Waits for a file lock in small steps, since the blocking way knows no limit. The steps grow, so that a long wait costs
 * little, and are jittered, so that many who wait do not all ask at one moment.
 */
final class Patience {
    private static final long FIRST_STEP_NANOS = 1_000_000;
    private static final long LONGEST_STEP_NANOS = 12_000_000;
    private static final Duration FOR_EVER = Duration.ofDays(365);

    private final SessionKey key;
    private final Path lock;
    private final Duration maxWait;
    private final long deadline;
    private long step = FIRST_STEP_NANOS;

    Patience(SessionKey key, Path lock, Duration maxWait) {
        this.key = key;
        this.lock = lock;
        this.maxWait = maxWait;
        this.deadline = System.nanoTime() + (maxWait.compareTo(FOR_EVER) < 0 ? maxWait : FOR_EVER).toNanos();
    }

    /** Returns after a while, or when there is none left. */
    void pause() throws StoreBusyException, InterruptedException {
        long left = deadline - System.nanoTime();
        if (left <= 0) {
            throw new StoreBusyException("Another client or process has held the session of \"" + key.identity()
                    + "\" at " + key.baseUrl() + " for more than " + maxWait + " (" + lock + ").");
        }
        long jittered = step / 2 + ThreadLocalRandom.current().nextLong(step / 2);
        LockSupport.parkNanos(this, Math.min(left, jittered));
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        step = Math.min(LONGEST_STEP_NANOS, step * 3 / 2);
    }
}
