package dev.latchkey.tokenstore.jdbc;

import dev.latchkey.core.auth.SessionKey;
import dev.latchkey.core.auth.StoreBusyException;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The database's lock on a session's row. It ends with every commit and every lost connection, and can be taken again: on
 * the same connection or on another, but never on two at once, which a pool of one could not give.
 */
final class RowLock implements AutoCloseable {
    private static final long PAUSE_NANOS = 50_000_000;

    private final Database database;
    private final SessionKey key;
    private final Duration maxWait;

    private @Nullable RowAccess access;
    private @Nullable Row row;

    RowLock(Database database, SessionKey key, Duration maxWait) {
        this.database = database;
        this.key = key;
        this.maxWait = maxWait;
    }

    /** What was read when the row was locked, null while it is not. */
    @Nullable
    Row row() {
        return row;
    }

    /** The way to the locked row. */
    RowAccess access() {
        return Objects.requireNonNull(access);
    }

    Row lock() throws IOException, InterruptedException {
        return lock(Deadline.in(maxWait));
    }

    /** Waits for whoever holds the row, and for a database that is away, each for its time. */
    Row lock(Deadline end) throws IOException, InterruptedException {
        Deadline away = null;
        while (true) {
            boolean connected = false;
            try {
                if (access == null) {
                    access = database.open(key);
                }
                connected = true;
                Row locked = access.lock(end.left());
                row = locked;
                return locked;
            } catch (SQLException e) {
                boolean busy = connected && Failures.isBusy(e);
                boolean lost = isLost(e);
                if (busy && end.isOver()) {
                    throw busy();
                }
                if (away == null || (connected && !end.isOver())) {
                    away = Deadline.in(database.patience());
                }
                if (!busy && (!lost || away.isOver())) {
                    throw Failures.of(e);
                }
                pause(PAUSE_NANOS);
            }
        }
    }

    /** The row was committed, which ended the lock. */
    void committed() {
        row = null;
    }

    void letGo() {
        row = null;
        if (access != null) {
            access.letGo();
        }
    }

    /** Whether a failure has cost the connection. It has cost the lock in any case. */
    boolean isLost(SQLException e) {
        letGo();
        if (access == null) {
            return Failures.isConnectionLost(e);
        }
        boolean lost = Failures.isConnectionLost(e) || !access.isAlive();
        if (lost) {
            access.close();
            access = null;
        }
        return lost;
    }

    @Override
    public void close() {
        row = null;
        if (access != null) {
            access.close();
        }
    }

    /** An interrupt ends the pause, and with it the wait for the lock; a driver's own waits notice none. */
    void pause(long nanos) throws InterruptedException {
        LockSupport.parkNanos(this, nanos);
        requireUninterrupted();
    }

    static void requireUninterrupted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    StoreBusyException busy() {
        return new StoreBusyException("Another process held the session for more than " + maxWait + ".");
    }
}
