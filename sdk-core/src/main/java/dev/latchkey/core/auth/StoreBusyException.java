package dev.latchkey.core.auth;

import java.io.IOException;

/** Somebody else held the exclusive section of a session for too long. The message holds no secret: it is logged. */
public final class StoreBusyException extends IOException {

    /**
     * Creates the exception.
     *
     * @param message who was waited for, and how long
     */
    public StoreBusyException(String message) {
        super(message);
    }
}
