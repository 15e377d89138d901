package dev.latchkey.core;

import org.jspecify.annotations.Nullable;

/**
 * The server's certificate is not trusted: it was issued by an authority that this machine does not know, for another host,
 * has expired, or is not one of those that are pinned. Nothing was sent, and no time mends it. A server with an authority of
 * its own needs an {@code OkHttpClient} that trusts it; a machine whose clock is wrong needs the right time; anything else
 * may be somebody who listens in.
 */
public final class UntrustedServerException extends TransportException {

    /**
     * Creates the exception.
     *
     * @param failure what is known of the failed call
     * @param cause the underlying problem, if any
     */
    public UntrustedServerException(Failure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }

    @Override
    public boolean retryable() {
        return false;
    }
}
