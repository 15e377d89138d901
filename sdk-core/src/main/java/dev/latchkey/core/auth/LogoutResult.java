package dev.latchkey.core.auth;

/**
 * How far a logout reached. Here the session has ended in any case.
 *
 * <p>With a token store the logout is kept there as well, for all who share it: a new client of the same store and identity starts
 * logged out, and its credentials do not log in by themselves until somebody calls {@code session().login()}, in that client or
 * in another. If the store cannot be reached, the logout is written as soon as it can; the result does not tell.
 */
public enum LogoutResult {
    /** The server has ended the session. */
    SERVER,
    /**
     * The token is forgotten here; the server keeps it until it expires, because the vendor has no logout or the server
     * could not be reached. Also the answer after five seconds, if the server has not said anything by then or a renewal is still
     * underway: what remains is done in the background.
     */
    LOCAL_ONLY
}
