package dev.latchkey.tokenstore.jdbc;

import dev.latchkey.core.auth.StoreFailedException;

/** The database is out of reach, or gave no answer: what was asked may be done or not, and may be asked again. */
class DatabaseAwayException extends StoreFailedException {
    private static final long serialVersionUID = 1L;

    DatabaseAwayException(String message) {
        super(message);
    }
}
