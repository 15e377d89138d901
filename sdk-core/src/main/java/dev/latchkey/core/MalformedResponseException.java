package dev.latchkey.core;

import org.jspecify.annotations.Nullable;

/** The answer is not what the operation documents: HTML instead of JSON, JSON that is cut off or of another shape, or a body beyond the limit. The server has probably executed the request. */
public final class MalformedResponseException extends ApiException {

    /**
     * Creates the exception.
     *
     * @param failure what is known of the failed call
     * @param cause the underlying problem, if any
     */
    public MalformedResponseException(Failure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
