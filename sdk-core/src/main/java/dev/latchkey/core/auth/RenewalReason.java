package dev.latchkey.core.auth;

/** Why a session asked for a token. */
public enum RenewalReason {
    /** There was none yet. */
    FIRST_USE,
    /** The token was about to end; nobody waited for the new one. */
    AHEAD_OF_TIME,
    /** The token had ended. */
    EXPIRED,
    /** A server refused the token. */
    REFUSED,
    /** {@link Session#renew()} was called. */
    REQUESTED,
    /** {@link Session#login()} was called. */
    LOGIN
}
