package dev.latchkey.core;

import org.jspecify.annotations.Nullable;

/** The call did not end within its limit. {@link #mayHaveBeenDone()} says whether the request may have been executed. */
public final class CallTimeoutException extends TransportException {

    /**
     * Creates the exception.
     *
     * @param failure what is known of the failed call
     * @param cause the underlying problem, if any
     */
    public CallTimeoutException(Failure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
