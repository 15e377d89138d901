package dev.latchkey.core.http;

import dev.latchkey.core.TimeSource;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import okhttp3.Connection;
import okhttp3.Protocol;
import org.jspecify.annotations.Nullable;

/** The connections that the calls of one client have used, and when: those that were idle may be closed by now. */
final class KeptConnections {
    private static final long IDLE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final Kept[] NONE = {};

    private final TimeSource time;
    private final boolean own;
    private final ReentrantLock adding = new ReentrantLock();
    private volatile Kept[] known = NONE;
    private volatile @Nullable Long silentSince;

    /**
     * @param time tells how long a connection was idle
     * @param own whether nobody else uses these connections, so that one which is not known has just been opened
     */
    KeptConnections(TimeSource time, boolean own) {
        this.time = time;
        this.own = own;
    }

    /** What is known of a connection. Searched in a row: a client has few, and the pool hands out the eldest first. */
    Kept of(Connection connection) {
        for (Kept kept : known) {
            if (kept.get() == connection) {
                return kept;
            }
        }
        Kept added = new Kept(connection);
        adding.lock();
        try {
            known = with(known, added);
        } finally {
            adding.unlock();
        }
        return added;
    }

    long now() {
        return time.nanoTime();
    }

    /** Whether to look before anything is written. HTTP/2 has a reader of its own, which notices by itself. */
    boolean mayBeClosed(Connection connection, Kept kept, boolean distrusted, long now) {
        if (connection.protocol() != Protocol.HTTP_1_1) {
            return false;
        }
        return kept.used ? distrusted || now - kept.usedAt >= IDLE_NANOS : !own;
    }

    /**
     * A call's limit ran out on a kept connection. What dropped that one, such as a firewall, has dropped all that were idle by
     * then, and none of them can tell.
     *
     * @param sentAt when the request was sent
     */
    void silentSince(long sentAt) {
        silentSince = sentAt;
    }

    boolean isSilent(Connection connection, Kept kept) {
        Long since = silentSince;
        return since != null && kept.used && kept.usedAt - since < 0 && connection.protocol() == Protocol.HTTP_1_1;
    }

    void answeredOn(Kept kept) {
        kept.usedAt = time.nanoTime();
        kept.used = true;
    }

    int count() {
        return known.length;
    }

    private static Kept[] with(Kept[] kept, Kept added) {
        List<Kept> open = new ArrayList<>(kept.length + 1);
        for (Kept each : kept) {
            Connection connection = each.get();
            if (connection != null && !connection.socket().isClosed()) {
                open.add(each);
            }
        }
        open.add(added);
        return open.toArray(NONE);
    }

    /** Written by whoever has the connection, who gets it from the pool by a lock. */
    static final class Kept extends WeakReference<Connection> {
        private long usedAt;
        private boolean used;

        private Kept(Connection connection) {
            super(connection);
        }

        /** Whether the server has answered on it before. */
        boolean isUsed() {
            return used;
        }
    }
}
