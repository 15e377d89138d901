package dev.latchkey.core.internal.session;

import dev.latchkey.core.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Endpoints that refuse whatever token they get, fresh ones too. Another renewal or login helps none of them, so their refusal
 * is the answer until they answer otherwise, or ten minutes later. Safe for use by many threads.
 */
final class RefusingEndpoints {
    static final int MOST = 100;
    static final long REMEMBERED_NANOS = 600_000_000_000L;
    /** A token that is older may have been revoked meanwhile. */
    private static final Duration FRESH = Duration.ofMinutes(1);

    /**
     * What an endpoint did with a token.
     *
     * @param digest of the one that it refused
     * @param at a reading of the monotonic clock
     * @param always whether it had refused another before, and this one while it was fresh
     */
    private record Refusal(ByteString digest, long at, boolean always) {}

    private final TimeSource time;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Refusal> refusals = new LinkedHashMap<>();
    private volatile boolean empty = true;

    RefusingEndpoints(TimeSource time) {
        this.time = time;
    }

    /** Whether this endpoint is known to refuse every token. */
    boolean contains(String endpoint) {
        if (empty) {
            return false;
        }
        lock.lock();
        try {
            Refusal known = current(endpoint);
            return known != null && known.always();
        } finally {
            lock.unlock();
        }
    }

    /** An endpoint refused a token that was issued because it had refused another. */
    void refusedAgain(String endpoint, Authorization token) {
        remember(endpoint, new Refusal(digest(token), time.nanoTime(), true));
    }

    /**
     * An endpoint refused a token whose request is not sent again.
     *
     * @param obtainedAt when the token was asked for, by the wall clock
     */
    void refused(String endpoint, Authorization token, Instant obtainedAt) {
        lock.lock();
        try {
            Refusal before = current(endpoint);
            ByteString digest = digest(token);
            if (before != null && (before.always() || before.digest().equals(digest))) {
                return;
            }
            boolean fresh = Duration.between(obtainedAt, time.now()).compareTo(FRESH) < 0;
            remember(endpoint, new Refusal(digest, time.nanoTime(), before != null && fresh));
        } finally {
            lock.unlock();
        }
    }

    /** An endpoint has answered otherwise. */
    void answered(String endpoint) {
        lock.lock();
        try {
            refusals.remove(endpoint);
            empty = refusals.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    private static ByteString digest(Authorization token) {
        return Digest.of(token.values().toArray(new String[0]));
    }

    /** For the way of every call: whether there is anything to be forgotten. */
    boolean isEmpty() {
        return empty;
    }

    private void remember(String endpoint, Refusal refusal) {
        lock.lock();
        try {
            refusals.remove(endpoint);
            if (refusals.size() == MOST) {
                Iterator<String> oldest = refusals.keySet().iterator();
                oldest.next();
                oldest.remove();
            }
            refusals.put(endpoint, refusal);
            empty = false;
        } finally {
            lock.unlock();
        }
    }

    /** Caller holds the lock. Null if nothing is known, or no more. */
    private @Nullable Refusal current(String endpoint) {
        Refusal known = refusals.get(endpoint);
        if (known == null) {
            return null;
        }
        long age = time.nanoTime() - known.at();
        return age >= 0 && age < REMEMBERED_NANOS ? known : null;
    }
}
