package dev.latchkey.core;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a failed call. Made by the SDK; its parts are read through {@link ApiException}.
 *
 * @param method HTTP method
 * @param path templated path
 * @param status HTTP status, 0 if no answer arrived
 * @param problem what went wrong and what to do, in our words, without secrets
 * @param code vendor's error code
 * @param serverMessage vendor's message, secrets masked
 * @param requestId server's name for the request
 * @param rawBody start of the body, null where it may hold a secret
 */
public record Failure(
        String method,
        String path,
        int status,
        String problem,
        @Nullable String code,
        @Nullable String serverMessage,
        @Nullable String requestId,
        @Nullable String rawBody)
        implements Serializable {

    /**
     * A failure without an answer.
     *
     * @param method HTTP method
     * @param path templated path
     * @param problem what went wrong and what to do
     * @return the failure
     */
    public static Failure local(String method, String path, String problem) {
        return new Failure(method, path, 0, problem, null, null, null, null);
    }

    String describe() {
        StringBuilder text =
                new StringBuilder().append(method).append(' ').append(path).append(": ");
        if (status != 0) {
            text.append(status).append(' ');
        }
        text.append(problem);
        if (code != null) {
            text.append(" [").append(code).append(']');
        }
        if (serverMessage != null) {
            text.append(": ").append(serverMessage);
        }
        if (requestId != null) {
            text.append(" (request ").append(requestId).append(')');
        }
        return text.toString();
    }

    /** The description without the body. */
    @Override
    public String toString() {
        return describe();
    }
}
