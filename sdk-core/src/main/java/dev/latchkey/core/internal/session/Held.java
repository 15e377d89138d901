package dev.latchkey.core.internal.session;

import dev.latchkey.core.auth.StoredSession;
import dev.latchkey.core.auth.Tokens;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Tokens in use, with the readings of the monotonic clock at which they become stale and end.
 *
 * @param session what is or should be in the store
 * @param authorization the tokens, ready for the wire
 * @param staleAt from here on a renewal is due
 * @param endsAt from here on the server refuses
 * @param saved whether the store has them
 * @param loggedInAt when the user logged in without the store, if that is what they come from; null if they follow on what the
 *     store had
 */
record Held(
        StoredSession session,
        Authorization authorization,
        long staleAt,
        long endsAt,
        boolean saved,
        @Nullable Instant loggedInAt) {

    /** The same tokens, saved or not. */
    Held saved(boolean done) {
        return new Held(session, authorization, staleAt, endsAt, done, loggedInAt);
    }

    /** The same tokens, from a login that no store knew of. */
    Held loggedInAt(@Nullable Instant time) {
        return new Held(session, authorization, staleAt, endsAt, saved, time);
    }

    /** The same tokens, numbered otherwise. */
    Held as(StoredSession numbered) {
        return new Held(numbered, authorization, staleAt, endsAt, saved, loggedInAt);
    }

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
