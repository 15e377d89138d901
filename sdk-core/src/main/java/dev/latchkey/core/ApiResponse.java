package dev.latchkey.core;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A successful answer: the decoded value beside what came with it.
 *
 * @param status the HTTP status, 200 to 299
 * @param headers header names in lower case, each with its values in the order received; immutable
 * @param rawBody the body as text, or null where the answer holds a secret
 * @param value the decoded body
 * @param <T> type of the value
 */
public record ApiResponse<T extends @Nullable Object>(
        int status,
        Map<String, List<String>> headers,
        @Nullable String rawBody,
        T value) {

    /**
     * The first value of a header.
     *
     * @param name in any case
     * @return the value, or empty if the answer has no such header
     */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(HeaderNames.key(name))).map(values -> values.get(0));
    }

    /** The status alone: headers and body may hold what must not be printed. */
    @Override
    public String toString() {
        return "ApiResponse[status=" + status + "]";
    }
}
