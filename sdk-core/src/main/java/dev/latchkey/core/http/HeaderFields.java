package dev.latchkey.core.http;

import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.internal.call.HeaderValues;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Checks the header fields that users and vendor modules set. */
final class HeaderFields {
    private static final String NAME_SYMBOLS = "!#$%&'*+-.^_`|~";
    private static final Set<String> OF_THE_TRANSPORT = Set.of(
            "accept-encoding",
            "connection",
            "content-length",
            "host",
            "keep-alive",
            "proxy-authorization",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");
    private static final Set<String> OF_THE_OPERATION = Set.of("accept", "content-type");

    private HeaderFields() {}

    static void check(String name, String value, List<String> sessionNames) {
        checkName(name, sessionNames);
        HeaderValues.check("The header " + name, value);
    }

    /** The name of a header that every request of a client carries. */
    static void checkClientName(String name, List<String> sessionNames) {
        checkName(name, sessionNames);
        if (OF_THE_OPERATION.contains(name.toLowerCase(Locale.ROOT))) {
            throw new InvalidInputException("The header " + name + " is set by each operation.");
        }
    }

    private static void checkName(String name, List<String> sessionNames) {
        if (!isToken(name)) {
            throw new InvalidInputException("A header's name must be of letters, digits and hyphens.");
        }
        for (String sessionName : sessionNames) {
            if (sessionName.equalsIgnoreCase(name)) {
                throw new InvalidInputException("The header " + name
                        + " carries the session's token and cannot be set. Log in with session().login(…) instead.");
            }
        }
        if (OF_THE_TRANSPORT.contains(name.toLowerCase(Locale.ROOT))) {
            throw new InvalidInputException("The header " + name + " is set by the transport itself.");
        }
    }

    /** A word as RFC 9110 has it. */
    static boolean isToken(String text) {
        return !text.isEmpty()
                && text.chars()
                        .allMatch(c -> (c >= 'a' && c <= 'z')
                                || (c >= 'A' && c <= 'Z')
                                || (c >= '0' && c <= '9')
                                || NAME_SYMBOLS.indexOf(c) >= 0);
    }
}
