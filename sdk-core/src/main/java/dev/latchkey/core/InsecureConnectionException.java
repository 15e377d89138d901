package dev.latchkey.core;

import org.jspecify.annotations.Nullable;

/** The request was held back because a secret would have travelled in clear text or to another server. */
public final class InsecureConnectionException extends ApiException {

    /**
     * Creates the exception.
     *
     * @param failure what is known of the failed call
     * @param cause the underlying problem, if any
     */
    public InsecureConnectionException(Failure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
