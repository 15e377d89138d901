package dev.latchkey.core;

import org.jspecify.annotations.Nullable;

/** The call was cancelled by its caller. */
public final class CallCanceledException extends TransportException {

    /**
     * Creates the exception.
     *
     * @param failure what is known of the failed call
     * @param cause the underlying problem, if any
     */
    public CallCanceledException(Failure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
