package dev.latchkey.core.internal.session;

import dev.latchkey.core.TimeSource;
import dev.latchkey.core.auth.Tokens;
import dev.latchkey.core.store.SessionKey;
import dev.latchkey.core.store.StoredSession;
import dev.latchkey.core.vendor.AuthScheme;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
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
record LiveTokens(
        StoredSession session,
        Authorization authorization,
        long staleAt,
        long endsAt,
        boolean saved,
        @Nullable Instant loggedInAt) {

    /** The same tokens, saved or not. */
    LiveTokens saved(boolean done) {
        return new LiveTokens(session, authorization, staleAt, endsAt, done, loggedInAt);
    }

    /** The same tokens, from a login that no store knew of. */
    LiveTokens loggedInAt(@Nullable Instant time) {
        return new LiveTokens(session, authorization, staleAt, endsAt, saved, time);
    }

    /** The same tokens, numbered otherwise. */
    LiveTokens as(StoredSession numbered) {
        return new LiveTokens(numbered, authorization, staleAt, endsAt, saved, loggedInAt);
    }

    Tokens tokens() {
        return Objects.requireNonNull(session.tokens());
    }

    boolean isUsable(long now) {
        return now - endsAt < 0;
    }

    /** Puts stored and obtained sessions on the monotonic clock. */
    record Factory(AuthScheme scheme, TimeSource time) {
        /** Far enough to mean never, near enough for differences of readings not to overflow. */
        private static final long NEVER = Long.MAX_VALUE / 4;

        /** What the store has, if it is newer than what is held; null otherwise. */
        @Nullable
        LiveTokens adopt(@Nullable StoredSession stored, Snapshot mine) {
            if (stored == null || stored.tokens() == null) {
                return null;
            }
            boolean newer = stored.generation() > mine.generation()
                    || (stored.generation() == mine.generation() && stored.version() > mine.version());
            return newer ? adopted(stored) : null;
        }

        /**
         * What the store has where it has the version that could not be saved: either somebody else renewed from the same
         * tokens, or the save was through after all. Null otherwise.
         */
        @Nullable
        LiveTokens adoptInstead(@Nullable StoredSession stored, LiveTokens unsaved) {
            if (stored == null || stored.tokens() == null) {
                return null;
            }
            boolean same = stored.generation() == unsaved.session().generation()
                    && stored.version() == unsaved.session().version();
            return same ? adopted(stored) : null;
        }

        /** What was asked for at a reading of the monotonic clock. */
        LiveTokens obtained(StoredSession session, long askedNanos, boolean saved) {
            return place(session, askedNanos, session.lifetime(), saved);
        }

        /** Tokens that the user gave: they are sent until the user takes them away. */
        LiveTokens fixed(SessionKey key, Tokens tokens) {
            StoredSession session = new StoredSession(key, 0, 0, tokens, time.now(), null, null, null);
            return place(session, time.nanoTime(), null, true);
        }

        private LiveTokens adopted(StoredSession stored) {
            return place(stored, time.nanoTime(), Lifetimes.left(stored, time.now()), true);
        }

        private LiveTokens place(StoredSession session, long from, @Nullable Duration left, boolean saved) {
            Authorization authorization = new Authorization(scheme, Objects.requireNonNull(session.tokens()));
            Duration lifetime = session.lifetime();
            if (left == null || lifetime == null) {
                return new LiveTokens(session, authorization, from + NEVER, from + NEVER, saved, null);
            }
            long endsAt = from + left.toNanos();
            Duration margin =
                    Lifetimes.staleMargin(lifetime, ThreadLocalRandom.current().nextDouble());
            return new LiveTokens(session, authorization, endsAt - margin.toNanos(), endsAt, saved, null);
        }
    }
}
