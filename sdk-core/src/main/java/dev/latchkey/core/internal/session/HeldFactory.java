package dev.latchkey.core.internal.session;

import dev.latchkey.core.TimeSource;
import dev.latchkey.core.auth.AuthScheme;
import dev.latchkey.core.auth.SessionKey;
import dev.latchkey.core.auth.StoredSession;
import dev.latchkey.core.auth.Tokens;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Puts stored and obtained sessions on the monotonic clock. */
final class HeldFactory {
    /** Far enough to mean never, near enough for differences of readings not to overflow. */
    private static final long NEVER = Long.MAX_VALUE / 4;

    private final AuthScheme scheme;
    private final TimeSource time;

    HeldFactory(AuthScheme scheme, TimeSource time) {
        this.scheme = scheme;
        this.time = time;
    }

    /** What the store has, if it is newer than what is held; null otherwise. */
    @Nullable
    Held adopt(@Nullable StoredSession stored, Snapshot mine) {
        if (stored == null || stored.tokens() == null) {
            return null;
        }
        boolean newer = stored.generation() > mine.generation()
                || (stored.generation() == mine.generation() && stored.version() > mine.version());
        return newer ? place(stored, time.nanoTime(), Lifetimes.left(stored, time.now()), true) : null;
    }

    /**
     * What the store has where it has the version that could not be saved: either somebody else renewed from the same tokens,
     * or the save was through after all. Null otherwise.
     */
    @Nullable
    Held adoptInstead(@Nullable StoredSession stored, Held unsaved) {
        if (stored == null
                || stored.tokens() == null
                || stored.generation() != unsaved.session().generation()
                || stored.version() != unsaved.session().version()) {
            return null;
        }
        return place(stored, time.nanoTime(), Lifetimes.left(stored, time.now()), true);
    }

    /** What was asked for at a reading of the monotonic clock. */
    Held obtained(StoredSession session, long askedNanos, boolean saved) {
        return place(session, askedNanos, session.lifetime(), saved);
    }

    /** Tokens that the user gave: they are sent until the user takes them away. */
    Held fixed(SessionKey key, Tokens tokens) {
        StoredSession session = new StoredSession(key, 0, 0, tokens, time.now(), null, null, null);
        return place(session, time.nanoTime(), null, true);
    }

    private Held place(StoredSession session, long from, @Nullable Duration left, boolean saved) {
        Tokens tokens = Objects.requireNonNull(session.tokens());
        Authorization authorization = new Authorization(scheme, tokens);
        if (left == null || session.lifetime() == null) {
            return new Held(session, authorization, from + NEVER, from + NEVER, saved, null);
        }
        long endsAt = from + left.toNanos();
        Duration margin = Lifetimes.staleMargin(
                session.lifetime(), ThreadLocalRandom.current().nextDouble());
        return new Held(session, authorization, endsAt - margin.toNanos(), endsAt, saved, null);
    }
}
