package dev.latchkey.core.internal.session;

import dev.latchkey.core.auth.SessionState;
import org.jspecify.annotations.Nullable;

/**
 * The whole state of a session at one moment. Readers take it from a volatile field; writers replace it under the engine's
 * lock.
 *
 * @param state what a user sees
 * @param generation grows with every login and logout
 * @param version the highest token version ever held, so that an older one is never taken up again
 * @param held the tokens, null without any
 * @param ready what to send while {@code freshUntil} has not come, null if a call must look closer
 * @param freshUntil a reading of the monotonic clock
 * @param trouble why there are no tokens, null if nothing is known
 */
record Snapshot(
        SessionState state,
        long generation,
        long version,
        @Nullable Held held,
        @Nullable Authorization ready,
        long freshUntil,
        @Nullable Trouble trouble) {

    static Snapshot initial() {
        return new Snapshot(SessionState.NEW, 0, 0, null, null, 0, null);
    }

    static Snapshot active(Held held, long lookAgainAt) {
        return new Snapshot(
                SessionState.ACTIVE,
                held.session().generation(),
                held.session().version(),
                held,
                held.authorization(),
                lookAgainAt,
                null);
    }

    static Snapshot fixed(Held held) {
        return active(held, held.staleAt());
    }

    Snapshot ended(SessionState newState, long newGeneration, Trouble why) {
        return new Snapshot(newState, newGeneration, version, null, null, 0, why);
    }

    boolean isUsable(long now) {
        return held != null && held.isUsable(now);
    }
}
