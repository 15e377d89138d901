package dev.latchkey.core.store;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A {@link TokenStore} refuses to work, or cannot, because of how it is set up: a folder that other users may write, a disk that
 * is mounted read-only, a missing permission. Trying again does not help until somebody has changed that; the message says what
 * and how. Any other {@link IOException} of a store may pass by itself.
 *
 * <p>The message holds no secret: it is logged and shown to listeners.
 */
public final class StoreSetupException extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message what is refused, why, and what to do
     */
    public StoreSetupException(String message) {
        super(message);
    }

    /**
     * Creates the exception.
     *
     * @param message what is refused, why, and what to do
     * @param cause what the store's own store has said, or null
     */
    public StoreSetupException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
