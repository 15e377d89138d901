package dev.latchkey.core;

import org.jspecify.annotations.Nullable;

/** There is no such thing at the server, or the identity may not know of it (404). */
public final class NotFoundException extends ApiException {

    /**
     * Creates the exception.
     *
     * @param failure what is known of the failed call
     * @param cause the underlying problem, if any
     */
    public NotFoundException(Failure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
