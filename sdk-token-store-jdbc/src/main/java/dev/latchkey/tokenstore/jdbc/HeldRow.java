package dev.latchkey.tokenstore.jdbc;

import dev.latchkey.core.auth.SessionKey;
import dev.latchkey.core.auth.StoredSession;
import dev.latchkey.core.auth.StoredSessionJson;
import dev.latchkey.core.auth.TokenStore.Entry;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A session's row while a section holds it. Each save is committed, and the lock is taken again; until the section is
 * over, the row says so to whoever gets the lock in between. A section is still alone in it if the row has the revision
 * that it saw last.
 */
final class HeldRow implements Entry, AutoCloseable {
    private static final long FIRST_PAUSE_NANOS = 1_000_000;
    private static final long LONGEST_PAUSE_NANOS = 50_000_000;

    private final RowLock lock;
    private final Duration maxWait;

    private long revision;
    private boolean unfinished;

    private HeldRow(RowLock lock, Duration maxWait) {
        this.lock = lock;
        this.maxWait = maxWait;
    }

    static HeldRow enter(Database database, SessionKey key, Duration maxWait) throws IOException, InterruptedException {
        HeldRow held = new HeldRow(new RowLock(database, key, maxWait), maxWait);
        try {
            held.enter();
            return held;
        } catch (IOException | InterruptedException | RuntimeException e) {
            held.lock.close();
            throw e;
        }
    }

    private void enter() throws IOException, InterruptedException {
        Deadline end = Deadline.in(maxWait);
        Takeover takeover = new Takeover(maxWait);
        long pause = FIRST_PAUSE_NANOS;
        RowLock.requireUninterrupted();
        while (true) {
            long askedAt = System.nanoTime();
            Row row = lock.lock(end);
            RowLock.requireUninterrupted();
            if (!row.unfinished() || takeover.isDue(row, askedAt, System.nanoTime())) {
                revision = row.revision();
                unfinished = row.unfinished();
                return;
            }
            lock.letGo();
            if (end.isOver()) {
                throw lock.busy();
            }
            lock.pause(pause);
            pause = Math.min(2 * pause, LONGEST_PAUSE_NANOS);
        }
    }

    @Override
    public @Nullable StoredSession load() throws IOException {
        try {
            return read().session();
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private Row read() throws IOException, InterruptedException {
        try {
            Row row = lock.row() == null ? null : lock.access().read();
            if (row != null) {
                return row;
            }
        } catch (SQLException e) {
            requireLost(e);
        }
        Row row = lock.lock();
        if (row.revision() != revision) {
            lock.letGo(); // It is somebody else's by now, to be read alone.
        }
        return row;
    }

    @Override
    public void save(StoredSession session) throws IOException {
        String json = StoredSessionJson.write(session);
        try {
            holdOn();
            try {
                write(session, json);
            } catch (SQLException e) {
                requireLost(e);
                writeUnlessWritten(session, json);
            }
            holdOn();
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    /** The connection was lost before the commit, or with the answer to it. */
    private void writeUnlessWritten(StoredSession session, String json) throws IOException, InterruptedException {
        Row row = lock.lock();
        if (row.revision() == revision + 1 && json.equals(row.json())) {
            written();
            return;
        }
        holdOn();
        try {
            write(session, json);
        } catch (SQLException e) {
            lock.letGo();
            throw Failures.of(e);
        }
    }

    private void write(StoredSession session, String json) throws SQLException, IOException {
        boolean mine = lock.access().write(session, json, revision);
        lock.committed();
        if (!mine) {
            throw takenOver();
        }
        written();
    }

    private void written() {
        revision++;
        unfinished = true;
    }

    /** Takes the lock again if it is gone, and makes sure that nobody else has written meanwhile. */
    private void holdOn() throws IOException, InterruptedException {
        Row row = lock.row() == null ? lock.lock() : lock.row();
        if (row.revision() != revision) {
            lock.letGo();
            throw takenOver();
        }
        row.requireReplaceable();
    }

    private void requireLost(SQLException e) throws IOException {
        if (!lock.isLost(e)) {
            throw Failures.of(e);
        }
    }

    @Override
    public void close() {
        try {
            if (lock.row() != null && unfinished) {
                lock.access().finish(revision);
            }
        } catch (SQLException e) {
            // The others find the row unfinished and wait a moment longer.
        } finally {
            lock.close();
        }
    }

    private static IOException takenOver() {
        return new IOException("The lock on the session was lost, and another process has taken it over.");
    }

    private static InterruptedIOException interrupted() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException("The wait for the database was interrupted.");
    }
}
