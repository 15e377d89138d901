package dev.latchkey.core.auth;

/** Where a session stands. */
public enum SessionState {
    /** Nothing has happened yet: the first call logs in or takes up a stored session. */
    NEW,
    /** A token is held that can be used. */
    ACTIVE,
    /**
     * The token has ended, or the server has refused it, and there is no new one yet: the next call asks for one. {@link SessionStatus#lastFailure()} tells
     * whether that has been failing.
     */
    RENEWAL_DUE,
    /**
     * There is no session, and none can be had without a login by the user; or the server has refused a token that the client was
     * given, such as a domain token of Webitel.
     */
    EXPIRED,
    /** Logged out, here or by another user of the same store. */
    LOGGED_OUT,
    /** The client was closed. */
    CLOSED
}
