package dev.latchkey.core.http;

import dev.latchkey.core.InvalidInputException;
import org.jspecify.annotations.Nullable;

/** Who asks, for the logs of servers. */
final class UserAgent {
    static final String HEADER = "User-Agent";

    /** That of the POM, which a test compares. */
    static final String VERSION = "0.1.0";

    private static final String SDK = "latchkey/" + VERSION;

    private UserAgent() {}

    static String of(@Nullable String application) {
        return application == null ? SDK : application + " " + SDK;
    }

    /** A product as RFC 9110 has it: a name, and behind a slash the version if there is one. */
    static String checkedProduct(String application) {
        String[] parts = application.split("/", -1);
        boolean valid = parts.length <= 2;
        for (String part : parts) {
            valid &= HeaderFields.isToken(part);
        }
        if (!valid) {
            throw new InvalidInputException("The application's name must be one word, as in portal or portal/1.2, of"
                    + " letters, digits and hyphens.");
        }
        return application;
    }
}
