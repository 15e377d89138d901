package dev.latchkey.core.vendor;

import dev.latchkey.core.Failure;
import java.util.List;
import java.util.Map;

/**
 * An answer that is no success, for a vendor's own exceptions.
 *
 * @param failure what an exception is made of, with the status; its texts are shortened and masked
 * @param body what the answer says, as it came: for decisions. It may repeat a secret, so it goes into no text
 * @param headers header names in lower case, each with its values
 */
public record ErrorAnswer(Failure failure, ErrorBody body, Map<String, List<String>> headers) {

    /** The failure alone. */
    @Override
    public String toString() {
        return "ErrorAnswer[" + failure + "]";
    }
}
