package dev.latchkey.core;

import org.jspecify.annotations.Nullable;

/** The login needs a one-time password, and none is at hand: give the client a one-time-password hook, or log in explicitly. */
public final class MfaRequiredException extends ApiException {

    /**
     * Creates the exception.
     *
     * @param failure what is known of the failed call
     * @param cause the underlying problem, if any
     */
    public MfaRequiredException(Failure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
