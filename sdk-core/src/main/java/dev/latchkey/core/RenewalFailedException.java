package dev.latchkey.core;

import org.jspecify.annotations.Nullable;

/** The session's token had to be renewed and that failed for a passing reason (an outage, a rate limit, a broken connection), which is the cause. The session is not lost: a later call tries again. */
public final class RenewalFailedException extends ApiException {

    /**
     * Creates the exception.
     *
     * @param failure what is known of the failed call
     * @param cause the underlying problem, if any
     */
    public RenewalFailedException(Failure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }

    @Override
    public boolean retryable() {
        return true;
    }
}
