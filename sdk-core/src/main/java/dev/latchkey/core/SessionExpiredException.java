package dev.latchkey.core;

import org.jspecify.annotations.Nullable;

/**
 * There is no session, and none can be had without the user: the moment for a login screen. {@link #reason()} says why.
 */
public final class SessionExpiredException extends ApiException {
    private final Reason reason;

    /** Why there is no session. */
    public enum Reason {
        /** Nobody has logged in, and the client holds no credentials. */
        NOT_LOGGED_IN,
        /** The session was logged out, here or by another user of the same token store. */
        LOGGED_OUT,
        /** The server refused the credentials; the session sends them again by slow probes only, or not at all. */
        CREDENTIALS_REJECTED,
        /** The server refused the refresh token, and the client holds no credentials. */
        REFRESH_REJECTED,
        /** The client was given a token that no login issued, and that has expired: it needs another one. */
        TOKEN_EXPIRED
    }

    /**
     * Creates the exception.
     *
     * @param failure what is known of the failed call
     * @param reason why there is no session
     * @param cause the server's refusal, if there was one
     */
    public SessionExpiredException(Failure failure, Reason reason, @Nullable Throwable cause) {
        super(failure, cause);
        this.reason = reason;
    }

    /**
     * Why there is no session.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason;
    }
}
