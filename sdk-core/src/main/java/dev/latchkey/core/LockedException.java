package dev.latchkey.core;

import org.jspecify.annotations.Nullable;

/** The resource is locked at the moment (423). */
public final class LockedException extends ApiException {

    /**
     * Creates the exception.
     *
     * @param failure what is known of the failed call
     * @param cause the underlying problem, if any
     */
    public LockedException(Failure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
