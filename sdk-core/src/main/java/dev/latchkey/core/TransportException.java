package dev.latchkey.core;

import org.jspecify.annotations.Nullable;

/**
 * The connection failed: refused, reset, unknown host, a TLS problem. {@link #mayHaveBeenDone()} says whether the request
 * may have been executed, or was never sent.
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
        return failure().isHarmlessToRepeat();
    }
}
