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
 * @param tokens null without any
 * @param freshUntil a reading of the monotonic clock; until then the tokens are sent without a closer look
 * @param failure why there are no tokens, null if nothing is known
 */
record Snapshot(
        SessionState state,
        long generation,
        long version,
        @Nullable LiveTokens tokens,
        long freshUntil,
        @Nullable SessionFailure failure) {

    static Snapshot initial() {
        return new Snapshot(SessionState.NEW, 0, 0, null, 0, null);
    }

    static Snapshot active(LiveTokens tokens) {
        return active(tokens, tokens.staleAt());
    }

    static Snapshot active(LiveTokens tokens, long lookAgainAt) {
        return new Snapshot(
                SessionState.ACTIVE,
                tokens.session().generation(),
                tokens.session().version(),
                tokens,
                lookAgainAt,
                null);
    }

    Snapshot ended(SessionState newState, long newGeneration, SessionFailure why) {
        return new Snapshot(newState, newGeneration, version, null, 0, why);
    }

    boolean isUsable(long now) {
        return tokens != null && tokens.isUsable(now);
    }
}
