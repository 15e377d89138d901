package dev.latchkey.core;

import org.jspecify.annotations.Nullable;

/**
 * The connection failed: refused, reset, unknown host, a TLS problem. Whether the server carried the request out is not
 * known unless the cause says that no connection was made.
 */
public class TransportException extends ApiException {

    /**
     * Creates the exception.
     *
     * @param failure what is known of the failed call
     * @param cause the underlying problem, if any
     */
    public TransportException(Failure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }

    @Override
    public boolean retryable() {
        return true;
    }
}
