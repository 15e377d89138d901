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
 * @param code vendor's error code, never masked
 * @param serverMessage vendor's message, secrets masked
 * @param requestId server's name for the request
 * @param rawBody start of the body, null where it may hold a secret
 * @param mayHaveBeenDone whether the server may have executed the request
 * @param repeatable whether it does no harm to execute the request twice
 * @param showsCode whether the code is a part of the description; not if it holds a secret
 */
public record Failure(
        String method,
        String path,
        int status,
        String problem,
        @Nullable String code,
        @Nullable String serverMessage,
        @Nullable String requestId,
        @Nullable String rawBody,
        boolean mayHaveBeenDone,
        boolean repeatable,
        boolean showsCode)
        implements Serializable {

    /**
     * A failure that goes by its status alone: a success or a 5xx may have been executed, and anything else was not.
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
    public Failure(
            String method,
            String path,
            int status,
            String problem,
            @Nullable String code,
            @Nullable String serverMessage,
            @Nullable String requestId,
            @Nullable String rawBody) {
        this(
                method,
                path,
                status,
                problem,
                code,
                serverMessage,
                requestId,
                rawBody,
                status / 100 == 2 || status >= 500,
                true,
                true);
    }

    /**
     * A failure without an answer, of a request that was not executed.
     *
     * @param method HTTP method
     * @param path templated path
     * @param problem what went wrong and what to do
     * @return the failure
     */
    public static Failure local(String method, String path, String problem) {
        return new Failure(method, path, 0, problem, null, null, null, null);
    }

    /**
     * The same failure in other words.
     *
     * @param words what went wrong and what to do, without secrets
     * @return a failure with this problem
     */
    public Failure saying(String words) {
        return new Failure(
                method,
                path,
                status,
                words,
                code,
                serverMessage,
                requestId,
                rawBody,
                mayHaveBeenDone,
                repeatable,
                showsCode);
    }

    /**
     * The same failure, with a code that holds a secret and is left out of its description.
     *
     * @return a failure whose {@link #code()} still tells it
     */
    public Failure hidingCode() {
        return new Failure(
                method,
                path,
                status,
                problem,
                code,
                serverMessage,
                requestId,
                rawBody,
                mayHaveBeenDone,
                repeatable,
                false);
    }

    /**
     * The same failure of a request whose fate is known better than by its status.
     *
     * @param done whether the server may have executed it
     * @param again whether it does no harm to execute it twice
     * @return a failure that says so
     */
    public Failure after(boolean done, boolean again) {
        return new Failure(
                method, path, status, problem, code, serverMessage, requestId, rawBody, done, again, showsCode);
    }

    /** Whether nothing happens twice if the caller sends the request again. */
    boolean isHarmlessToRepeat() {
        return repeatable || !mayHaveBeenDone;
    }

    private int endOfFirstSentence() {
        int end = problem.indexOf(". ");
        return end >= 0 ? end : problem.endsWith(".") ? problem.length() - 1 : problem.length();
    }

    String describe() {
        StringBuilder text =
                new StringBuilder().append(method).append(' ').append(path).append(": ");
        if (status != 0) {
            text.append(status).append(' ');
        }
        boolean codeIsShown = code != null && showsCode;
        // The server's words belong to what went wrong, which is our first sentence, and not to what to do.
        int what = codeIsShown || serverMessage != null ? endOfFirstSentence() : problem.length();
        text.append(problem, 0, what);
        if (codeIsShown) {
            text.append(" [").append(code).append(']');
        }
        if (serverMessage != null) {
            text.append(": ").append(serverMessage);
        }
        if (what < problem.length() - 1) {
            boolean hasStop = text.charAt(text.length() - 1) == '.';
            text.append(problem, hasStop ? what + 1 : what, problem.length());
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
