package dev.latchkey.core.vendor;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a vendor's error answer says.
 *
 * @param code the vendor's error code
 * @param message the vendor's message
 * @param fieldErrors messages by field name; of more than 100 fields, and 20 messages of one, the first are kept
 */
public record ErrorBody(@Nullable String code, @Nullable String message, Map<String, List<String>> fieldErrors) {

    /** Says nothing. */
    public static final ErrorBody EMPTY = new ErrorBody(null, null, Map.of());

    /** None of it, since it may repeat what was sent. */
    @Override
    public String toString() {
        return "ErrorBody";
    }
}
