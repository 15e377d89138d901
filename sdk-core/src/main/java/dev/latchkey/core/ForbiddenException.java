package dev.latchkey.core;

import org.jspecify.annotations.Nullable;

/** The identity is known but may not do this (403). */
public final class ForbiddenException extends ApiException {

    /**
     * Creates the exception.
     *
     * @param failure what is known of the failed call
     * @param cause the underlying problem, if any
     */
    public ForbiddenException(Failure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
