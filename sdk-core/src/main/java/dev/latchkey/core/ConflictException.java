package dev.latchkey.core;

import org.jspecify.annotations.Nullable;

/** The request contradicts the state at the server, a name that is taken for instance (409). */
public final class ConflictException extends ApiException {

    /**
     * Creates the exception.
     *
     * @param failure what is known of the failed call
     * @param cause the underlying problem, if any
     */
    public ConflictException(Failure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
