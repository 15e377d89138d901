package dev.latchkey.tokenstore.jdbc;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Decides when a section may be taken over whose row says that it goes on though nobody holds the row's lock: its process
 * was killed, or lost its connection and is about to come back, or is between a commit and the next lock.
 */
final class Takeover {
    private static final long GRACE_MILLIS = 500;
    private static final long SHORTEST_GRACE_MILLIS = 100;
    private static final long NONE = -1;

    private final long graceNanos;
    private long revision = NONE;
    private long since;

    /** Whoever waits briefly takes over sooner, since otherwise it never would. */
    Takeover(Duration maxWait) {
        long millis = Math.max(Math.min(maxWait.toMillis() / 2, GRACE_MILLIS), SHORTEST_GRACE_MILLIS);
        this.graceNanos = TimeUnit.MILLISECONDS.toNanos(millis);
    }

    /**
     * Whether the row has been found abandoned, and unchanged, for long enough.
     *
     * @param askedAt when the lock was asked for. If that is long ago, its holder is alive, or has only just lost it
     * @param now when the lock was given
     */
    boolean isDue(Row row, long askedAt, long now) {
        if (row.revision() != revision || now - askedAt > graceNanos / 2) {
            revision = row.revision();
            since = now;
        }
        return now - since >= graceNanos;
    }
}
