package dev.latchkey.core.auth;

import dev.latchkey.core.ApiException;
import dev.latchkey.core.SessionExpiredException;

/**
 * Told what happens to a session: where an application shows its login screen, or counts renewals. The methods run on
 * threads of the session, one event of a listener at a time and in order; nobody waits for them. What they throw is logged. A
 * listener that has not returned after ten seconds is named in the log, and is not told what happens until it returns.
 */
public interface SessionListener {

    /** A new token is in use, after a login or a renewal, or because another process has renewed. */
    default void renewed() {}

    /**
     * A renewal failed for a passing reason and will be tried again.
     *
     * @param cause the failure
     */
    default void renewalFailed(ApiException cause) {}

    /**
     * The session is over, and only a login brings a new one.
     *
     * @param cause why
     */
    default void expired(SessionExpiredException cause) {}

    /**
     * The session was logged out.
     *
     * @param result how far the logout reached
     */
    default void loggedOut(LogoutResult result) {}

    /**
     * The token store failed. The session goes on from memory and saves again later. Told once, until the store works again
     * or gives other advice.
     *
     * @param cause the failure
     */
    default void storeFailed(Exception cause) {}
}
