package dev.latchkey.core;

import org.jspecify.annotations.Nullable;

/** The call did not end within its limit. Whether the server carried the request out is not known. */
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

    @Override
    public boolean retryable() {
        return true;
    }
}
