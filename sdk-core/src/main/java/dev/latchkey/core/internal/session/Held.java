package dev.latchkey.core.internal.session;

import dev.latchkey.core.auth.StoredSession;
import dev.latchkey.core.auth.Tokens;
import java.util.Objects;

/**
 * Tokens in use, with the readings of the monotonic clock at which they become stale and end.
 *
 * @param session what is or should be in the store
 * @param authorization the tokens, ready for the wire
 * @param staleAt from here on a renewal is due
 * @param endsAt from here on the server refuses
 * @param saved whether the store has them
 */
record Held(StoredSession session, Authorization authorization, long staleAt, long endsAt, boolean saved) {

    Tokens tokens() {
        return Objects.requireNonNull(session.tokens());
    }

    boolean isFresh(long now) {
        return now - staleAt < 0;
    }

    boolean isUsable(long now) {
        return now - endsAt < 0;
    }
}
