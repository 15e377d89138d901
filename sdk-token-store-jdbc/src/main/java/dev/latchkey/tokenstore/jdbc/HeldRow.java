package dev.latchkey.tokenstore.jdbc;

import dev.latchkey.core.auth.StoreFailedException;
import dev.latchkey.core.auth.StoredSession;
import dev.latchkey.core.auth.StoredSessionJson;
import dev.latchkey.core.auth.TokenStore.Entry;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A session's row while a section holds it, and shows that it lives. Each change names the revision that it follows on, so
 * that a section that was taken over changes nothing any more; but tokens that are newer than the row's still go in.
 */
final class HeldRow implements Entry, AutoCloseable {
    static final Duration PULSE = Duration.ofMillis(500);

    /** Nobody takes over a section that has shown a pulse so lately, with a second to spare. */
    static final Duration SURE = Duration.ofSeconds(2);

    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Rows rows;
    private final Settings settings;
    private final StoreTime time;
    private final RowKey key;
    private final String holder;
    private final boolean mayBeSpent;
    private final Runnable left;
    private final Runnable stopPulse;

    private Row latest;
    private boolean unread = true;
    private volatile Moment lastPulse;

    HeldRow(
            Rows rows,
            Settings settings,
            RowKey key,
            Row entered,
            boolean mayBeSpent,
            Moment enteredAt,
            Runnable left) {
        this.rows = rows;
        this.settings = settings;
        this.time = settings.time();
        this.key = key;
        this.holder = entered.holder();
        this.latest = entered;
        this.mayBeSpent = mayBeSpent;
        this.lastPulse = enteredAt;
        this.left = left;
        this.stopPulse = time.repeat(PULSE, this::beat);
    }

    private void beat() {
        Moment before = Moment.now(time);
        try {
            if (rows.beat(key, holder)) {
                lastPulse = before;
            }
        } catch (IOException | RuntimeException e) {
            // The next one may get through.
        }
    }

    @Override
    public boolean mayBeSpent() {
        return mayBeSpent;
    }

    @Override
    public void requireHeld() throws IOException {
        if (lastPulse.age(time).compareTo(SURE) > 0) {
            throw new StoreFailedException("This process could not show for more than " + SURE
                    + " that it holds the session;" + " another one may have taken it over.");
        }
    }

    @Override
    public @Nullable StoredSession load() throws IOException {
        if (!unread) {
            Row row = patiently(() -> rows.read(key));
            if (row == null) {
                return null;
            }
            if (!row.holder().equals(holder)) {
                return row.session(key);
            }
            latest = row;
        }
        unread = false; // What was read when it was entered cannot be older.
        return latest.session(key);
    }

    @Override
    public void save(StoredSession session) throws IOException {
        if (!session.key().equals(key.session())) {
            throw new IllegalArgumentException("The session is not the one whose section is held.");
        }
        StoredSession unused = latest.replaceable(key);
        Row written = patiently(() -> written(session));
        if (written != null) {
            latest = written;
        }
    }

    /** Null if it was put into a row that somebody else holds. */
    private @Nullable Row written(StoredSession session) throws IOException {
        Phase phase = session.renewingSince() == null ? Phase.ENTERED : Phase.SENT;
        Row next = latest.with(json(session), phase);
        Moment before = Moment.now(time);
        if (rows.write(key, latest.revision(), session, next)) {
            lastPulse = before;
            return next;
        }
        Row found = rows.read(key);
        boolean wasThrough = found != null
                && found.holder().equals(holder)
                && found.revision() == next.revision()
                && json(session).equals(found.json());
        return wasThrough ? found : writtenOver(found, session);
    }

    /** Another one has changed the row: tokens that it lacks are better than what it has, whoever holds it. */
    private @Nullable Row writtenOver(@Nullable Row found, StoredSession session) throws IOException {
        Row row = found;
        while (row != null && session.renewingSince() == null && isNewer(session, row.replaceable(key))) {
            StoredSession known = row.replaceable(key);
            StoredSession late = known == null ? session : session.noting(known.logins());
            Row next = row.with(json(late), row.phase().isInside() ? Phase.ENTERED : Phase.FREE);
            if (rows.write(key, row.revision(), late, next)) {
                return row.holder().equals(holder) ? next : null;
            }
            row = rows.read(key);
        }
        throw new StoreFailedException("Another process has taken the session over, and what is stored is newer.");
    }

    private static boolean isNewer(StoredSession session, @Nullable StoredSession known) {
        return known == null
                || session.generation() > known.generation()
                || (session.generation() == known.generation() && session.version() > known.version());
    }

    private static String json(StoredSession session) {
        return Ascii.escaped(StoredSessionJson.write(session));
    }

    private interface Attempt {
        @Nullable
        Row make() throws IOException;
    }

    /** A database that is away for a moment is waited for. An interrupt ends that wait, and is kept. */
    private @Nullable Row patiently(Attempt attempt) throws IOException {
        Moment start = Moment.now(time);
        while (true) {
            try {
                return attempt.make();
            } catch (DatabaseAwayException e) {
                if (start.elapsed(time).compareTo(settings.patience()) >= 0) {
                    throw e;
                }
                try {
                    time.pause(PAUSE);
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                    throw e;
                }
            }
        }
    }

    @Override
    public void close() {
        stopPulse.run();
        try {
            if (!rows.leave(key, latest)) {
                Row row = rows.read(key);
                if (row != null && row.holder().equals(holder)) {
                    boolean unused = rows.leave(key, row);
                }
            }
        } catch (IOException e) {
            // The others wait until they take it for dead.
        } finally {
            left.run();
        }
    }
}
