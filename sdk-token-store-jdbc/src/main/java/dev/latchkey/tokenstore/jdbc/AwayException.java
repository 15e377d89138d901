package dev.latchkey.tokenstore.jdbc;

import java.io.IOException;

/** The database is out of reach, or gave no answer: what was asked may be done or not, and may be asked again. */
final class AwayException extends IOException {
    private static final long serialVersionUID = 1L;

    /** Whether to ask again would only be to wait again. */
    private final boolean hasWaited;

    AwayException(String message, boolean hasWaited) {
        super(message);
        this.hasWaited = hasWaited;
    }

    boolean hasWaited() {
        return hasWaited;
    }
}
