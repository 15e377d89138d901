package dev.latchkey.core.internal.session;

import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.auth.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * What a session has before its first login.
 *
 * @param refreshToken to be tried where the store has no session, or null
 * @param fixed tokens that no login issued, sent as they are and never renewed, or null
 * @param isFixed whether there are, or were, such tokens
 * @param advice what to do instead of logging fixed tokens in or out
 */
public record SessionStart(
        @Nullable String refreshToken, @Nullable Tokens fixed, boolean isFixed, String advice) {

    /** Credentials alone, or what the store has. */
    public static final SessionStart NOTHING = new SessionStart(null, null, false, "");

    /**
     * A session that begins with a refresh.
     *
     * @param refreshToken spent by the first renewal
     * @return the start
     */
    public static SessionStart from(String refreshToken) {
        return new SessionStart(refreshToken, null, false, "");
    }

    /**
     * A session that never changes.
     *
     * @param tokens sent as they are
     * @param advice a sentence on how such tokens are had and ended
     * @return the start
     */
    public static SessionStart fixed(Tokens tokens, String advice) {
        return new SessionStart(null, tokens, true, advice);
    }

    SessionStart withoutTokens() {
        return new SessionStart(null, null, isFixed, advice);
    }

    /** Refuses what fixed tokens have no use for. */
    void requireRenewable(String operation) {
        if (isFixed) {
            throw new InvalidInputException(
                    "This client sends a token that it was given and that no login issued, so a " + operation
                            + " has nothing to act on. " + advice);
        }
    }

    /** What there is; never a token. */
    @Override
    public String toString() {
        return "SessionStart[" + (isFixed ? "fixed" : refreshToken == null ? "nothing" : "refreshToken=***") + "]";
    }
}
