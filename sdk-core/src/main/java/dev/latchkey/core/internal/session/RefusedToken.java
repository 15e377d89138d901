package dev.latchkey.core.internal.session;

import java.time.Instant;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * The token that the server has refused last and has not accepted since. Known by its digest, so that it is not kept. Safe for
 * use by many threads.
 */
final class RefusedToken {
    private record Refusal(ByteString digest, Instant at) {}

    private volatile @Nullable Refusal last;

    /** True if this token had not been refused until now. */
    boolean refused(Authorization token, Instant now) {
        if (since(token) != null) {
            return false;
        }
        last = new Refusal(digest(token), now);
        return true;
    }

    /** True if this token had been refused. On the way of every call, which it costs one read. */
    boolean accepted(Authorization token) {
        if (last == null || since(token) == null) {
            return false;
        }
        last = null;
        return true;
    }

    /** Since when this token is refused, by the wall clock; null if it is not. */
    @Nullable
    Instant since(Authorization token) {
        Refusal known = last;
        return known != null && known.digest().equals(digest(token)) ? known.at() : null;
    }

    private static ByteString digest(Authorization token) {
        return Digest.of(token.values().toArray(new String[0]));
    }
}
