package dev.latchkey.core;

import org.jspecify.annotations.Nullable;

/** The client was closed, before the call or during it. Build a new one. */
public final class ClientClosedException extends ApiException {

    /**
     * Creates the exception.
     *
     * @param failure what is known of the failed call
     * @param cause the underlying problem, if any
     */
    public ClientClosedException(Failure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
