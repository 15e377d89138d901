package dev.latchkey.core.internal.session;

import dev.latchkey.core.auth.LogoutResult;
import org.jspecify.annotations.Nullable;

/** How a job ended. */
sealed interface Outcome {

    /** What those who waited are to fail with; null if they need not. */
    default @Nullable SessionFailure failure() {
        return null;
    }

    /** With tokens, which are saved by now if the store could take them. */
    record Obtained(LiveTokens tokens) implements Outcome {}

    /** Without tokens. */
    record Failed(SessionFailure failure) implements Outcome {}

    /** The store has the note of a logout of that generation. */
    record LoggedOutElsewhere(long generation) implements Outcome {
        @Override
        public SessionFailure failure() {
            return SessionFailure.LOGGED_OUT;
        }
    }

    /** A logout is through, and the note of it has that generation. */
    record LoggedOut(LogoutResult result, long generation) implements Outcome {}

    /**
     * Not decided: something has to be done first, outside of the store's section.
     *
     * @param need what
     * @param failure where that does not help
     */
    record Postponed(Need need, SessionFailure failure) implements Outcome {}

    /** What a login or renewal has to wait for. */
    enum Need {
        /** The client's own credentials are to be asked for. */
        CREDENTIALS,
        /** The print of the password that is to be sent is to be taken. */
        PRINT,
        /** Somebody else is about to store tokens. */
        OTHERS
    }

    /** Nothing was asked for or found, and nothing has changed: whoever needs a token looks again. */
    record NothingNew() implements Outcome {}

    static Outcome of(LiveTokens tokens) {
        return new Obtained(tokens);
    }

    static Outcome of(SessionFailure failure) {
        return new Failed(failure);
    }
}
