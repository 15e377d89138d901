package dev.latchkey.core;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The server did not accept the request's content (400, 422). */
public final class BadRequestException extends ApiException {
    private final Map<String, List<String>> fieldErrors;

    /**
     * Creates the exception.
     *
     * @param failure what is known of the failed call
     * @param fieldErrors messages by field name, in the server's order
     * @param cause the underlying problem, if any
     */
    public BadRequestException(Failure failure, Map<String, List<String>> fieldErrors, @Nullable Throwable cause) {
        super(failure, cause);
        this.fieldErrors = fieldErrors;
    }

    /**
     * What the server says of single fields.
     *
     * @return messages by field name, empty if the server names no field; at most 100 fields and 20 messages of each; immutable
     */
    public Map<String, List<String>> fieldErrors() {
        return fieldErrors;
    }
}
