package dev.latchkey.core;

import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * An operation failed. The subclass says what a caller may do about it; {@link #retryable()} says whether the same call
 * may succeed later.
 *
 * <p>Neither the message nor {@link #path()} holds a secret: the path is the template ({@code /api/users/{id}}), and
 * the body of an answer is only behind {@link #rawBody()}.
 */
public class ApiException extends RuntimeException {
    private final Failure failure;

    /**
     * Creates an exception. For vendor modules and the SDK itself.
     *
     * @param failure what is known of the failed call
     * @param cause the underlying problem, if any
     */
    public ApiException(Failure failure, @Nullable Throwable cause) {
        super(failure.describe(), cause);
        this.failure = failure;
    }

    /**
     * What is known of the failed call.
     *
     * @return method, path, status and the server's words
     */
    public final Failure failure() {
        return failure;
    }

    /**
     * The HTTP method.
     *
     * @return for instance {@code GET}
     */
    public final String method() {
        return failure.method();
    }

    /**
     * The path as a template, without the values of its parameters.
     *
     * @return for instance {@code /api/users/{id}}
     */
    public final String path() {
        return failure.path();
    }

    /**
     * The HTTP status.
     *
     * @return the status, or empty if no answer arrived
     */
    public final OptionalInt status() {
        return failure.status() == 0 ? OptionalInt.empty() : OptionalInt.of(failure.status());
    }

    /**
     * The vendor's error code.
     *
     * @return for instance {@code invalid_grant}, or empty if the answer has none
     */
    public final Optional<String> code() {
        return Optional.ofNullable(failure.code());
    }

    /**
     * The vendor's own words, shortened and with the secrets of this call masked.
     *
     * @return the message, or empty if the answer has none
     */
    public final Optional<String> serverMessage() {
        return Optional.ofNullable(failure.serverMessage());
    }

    /**
     * The server's name for this request, for a support ticket.
     *
     * @return the id, or empty if the answer has none
     */
    public final Optional<String> requestId() {
        return Optional.ofNullable(failure.requestId());
    }

    /**
     * The start of the answer's body, as received. It may hold what must not be logged.
     *
     * @return at most 8,192 characters, or empty if there was no body or the operation deals in secrets
     */
    public final Optional<String> rawBody() {
        return Optional.ofNullable(failure.rawBody());
    }

    /**
     * Whether the server may have executed the request. False is certain: nothing was sent, or the server refused the
     * request (3xx, 4xx), in every attempt of this call. True means that nobody knows, or that it was executed and only its
     * answer is lost or cannot be read: look before you send it again.
     *
     * <p>It is about this call's own request. Where the session's token could not be had, that request was never sent.
     *
     * @return false if the request was certainly not executed
     */
    public final boolean mayHaveBeenDone() {
        return failure.mayHaveBeenDone();
    }

    /**
     * Whether the same call may succeed later without anything being changed, and it does no harm to make it again. False
     * where the request {@linkplain #mayHaveBeenDone() may have been executed} and executing it twice does harm, as
     * creating something twice does.
     *
     * @return true for outages, rate limits and failures of the connection, unless repeating may do something twice
     */
    public boolean retryable() {
        return false;
    }
}
