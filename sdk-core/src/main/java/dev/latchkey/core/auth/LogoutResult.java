package dev.latchkey.core.auth;

/** How far a logout reached. */
public enum LogoutResult {
    /** The server has ended the session. */
    SERVER,
    /**
     * The token is forgotten here; the server keeps it until it expires, because the vendor has no logout or the server
     * could not be reached.
     */
    LOCAL_ONLY
}
