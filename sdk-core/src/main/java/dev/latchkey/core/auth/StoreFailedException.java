package dev.latchkey.core.auth;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A {@link TokenStore} has failed, perhaps for a moment only. What a change of the setup alone can mend is a {@link
 * StoreSetupException}.
 *
 * <p>The message holds no secret: it is logged, and shown by {@link Session#status()}. Of other exceptions of a store the class is
 * shown and not the text, which may quote anything.
 */
public class StoreFailedException extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message what has failed, and what may help
     */
    public StoreFailedException(String message) {
        super(message);
    }

    /**
     * Creates the exception.
     *
     * @param message what has failed, and what may help
     * @param cause what lies below, or null; it is not shown
     */
    public StoreFailedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
