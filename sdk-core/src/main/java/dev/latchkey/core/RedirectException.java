package dev.latchkey.core;

import org.jspecify.annotations.Nullable;

/** The server answered with a redirect (3xx). The SDK follows none, because its headers carry tokens: set the base URL to where the API really is. */
public final class RedirectException extends ApiException {

    /**
     * Creates the exception.
     *
     * @param failure what is known of the failed call
     * @param cause the underlying problem, if any
     */
    public RedirectException(Failure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
