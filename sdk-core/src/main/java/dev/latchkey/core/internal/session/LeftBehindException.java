package dev.latchkey.core.internal.session;

import java.io.IOException;

/** The session has gone on without this work, which saves nothing any more. No failure of the store's. */
final class LeftBehindException extends IOException {
    private static final long serialVersionUID = 1;

    LeftBehindException() {
        super("the session has gone on without this renewal");
    }
}
