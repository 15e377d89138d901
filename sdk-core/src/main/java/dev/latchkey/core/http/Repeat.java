package dev.latchkey.core.http;

/**
 * How a request may be sent again after it failed. What the server has certainly not processed is sent again at once for every
 * kind: where a kept connection turns out to be closed before anything is written, or HTTP/2 refuses the stream.
 */
public enum Repeat {
    /** Changes nothing at the server: repeated after failures of the connection, 429, 502, 503 and 504. */
    SAFE,
    /** Doing it twice is doing it once: repeated as {@link #SAFE}. */
    IDEMPOTENT,
    /** Doing it twice does harm: repeated only if no attempt reached the wire, or after 429. */
    ONCE,
    /**
     * Not repeated at all, not even with a new token after a 401: a login, a password, a one-time password, where a wrong
     * one may be answered by 401 or 429 and repeating it locks the account.
     */
    NEVER
}
