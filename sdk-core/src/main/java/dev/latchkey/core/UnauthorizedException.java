package dev.latchkey.core;

import org.jspecify.annotations.Nullable;

/** The server refused the token, or the credentials of a login (401). */
public final class UnauthorizedException extends ApiException {

    /**
     * Creates the exception.
     *
     * @param failure what is known of the failed call
     * @param cause the underlying problem, if any
     */
    public UnauthorizedException(Failure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
