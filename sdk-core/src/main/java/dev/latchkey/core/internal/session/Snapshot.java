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
 * @param given what the user gave this session for renewals
 */
record Snapshot(
        SessionState state,
        long generation,
        long version,
        @Nullable LiveTokens tokens,
        long freshUntil,
        @Nullable SessionFailure failure,
        Given given) {

    static Snapshot initial() {
        return new Snapshot(SessionState.NEW, 0, 0, null, 0, null, Given.NOTHING);
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
                null,
                Given.NOTHING);
    }

    Snapshot given(Given now) {
        return new Snapshot(state, generation, version, tokens, freshUntil, failure, now);
    }

    /** What was given outlives an expired session, for the next login, but no logout or close. */
    Snapshot ended(SessionState newState, long newGeneration, SessionFailure why) {
        Given left = newState == SessionState.EXPIRED ? given : Given.NOTHING;
        return new Snapshot(newState, newGeneration, version, null, 0, why, left);
    }

    /** What an outcome makes of it; a failure changes nothing by itself. */
    Snapshot after(Outcome outcome) {
        if (outcome instanceof Outcome.Obtained obtained) {
            return active(obtained.tokens()).given(given);
        }
        if (outcome instanceof Outcome.LoggedOutElsewhere elsewhere) {
            return ended(SessionState.LOGGED_OUT, elsewhere.generation(), SessionFailure.LOGGED_OUT);
        }
        long noted = outcome instanceof Outcome.LoggedOut out ? out.generation() : 0;
        return state == SessionState.LOGGED_OUT && noted > generation
                ? ended(SessionState.LOGGED_OUT, noted, SessionFailure.LOGGED_OUT)
                : this;
    }

    /** What a failed renewal makes of it; the next one is due at that reading of the monotonic clock. */
    Snapshot afterFailure(SessionFailure why, long nextTryAt) {
        if (why.kind() == SessionFailure.Kind.EXPIRED) {
            return ended(SessionState.EXPIRED, generation, why);
        }
        return tokens == null
                ? this
                : active(tokens, tokens.endsAt() - nextTryAt < 0 ? tokens.endsAt() : nextTryAt)
                        .given(given);
    }

    boolean isUsable(long now) {
        return tokens != null && tokens.isUsable(now);
    }
}
