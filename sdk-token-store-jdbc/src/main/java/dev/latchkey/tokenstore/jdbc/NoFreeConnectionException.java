package dev.latchkey.tokenstore.jdbc;

import java.time.Duration;

/** The pool gave no connection in time. Nothing was asked, and to ask again would only be to wait again. */
final class NoFreeConnectionException extends DatabaseAwayException {
    private static final long serialVersionUID = 1L;

    NoFreeConnectionException(Duration waited) {
        super("waited " + waited + " for a connection of the pool");
    }
}
