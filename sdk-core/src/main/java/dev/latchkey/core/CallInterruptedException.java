package dev.latchkey.core;

import org.jspecify.annotations.Nullable;

/** The thread that waited for the call was interrupted. Its interrupt flag is set. */
public final class CallInterruptedException extends TransportException {

    /**
     * Creates the exception.
     *
     * @param failure what is known of the failed call
     * @param cause the underlying problem, if any
     */
    public CallInterruptedException(Failure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
