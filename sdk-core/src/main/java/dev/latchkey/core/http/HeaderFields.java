package dev.latchkey.core.http;

import dev.latchkey.core.InvalidInputException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Checks header fields ourselves: OkHttp's own message for a bad value prints the value. */
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

    private HeaderFields() {}

    /** A field that a user or a vendor module sets. */
    static void check(String name, String value, List<String> sessionNames) {
        checkName(name);
        for (String sessionName : sessionNames) {
            if (sessionName.equalsIgnoreCase(name)) {
                throw new InvalidInputException("The header " + name
                        + " carries the session's token and cannot be set. Log in with session().login(…) instead.");
            }
        }
        if (OF_THE_TRANSPORT.contains(name.toLowerCase(Locale.ROOT))) {
            throw new InvalidInputException("The header " + name + " is set by the transport itself.");
        }
        checkValue("The header " + name, value);
    }

    /** A value that goes on the wire, such as a token. */
    static void checkValue(String what, String value) {
        int length = value.length();
        for (int i = 0; i < length; i++) {
            char c = value.charAt(i);
            boolean edge = i == 0 || i == length - 1;
            if (c < ' ' || c > '~' || (edge && c == ' ')) {
                throw new InvalidInputException(
                        what + " holds a character that cannot be sent, at position " + i + " of " + length
                                + ": only visible ASCII is allowed. Look for a line break that was copied along.");
            }
        }
    }

    private static void checkName(String name) {
        boolean valid = !name.isEmpty()
                && name.chars()
                        .allMatch(c -> (c >= 'a' && c <= 'z')
                                || (c >= 'A' && c <= 'Z')
                                || (c >= '0' && c <= '9')
                                || NAME_SYMBOLS.indexOf(c) >= 0);
        if (!valid) {
            throw new InvalidInputException("A header's name must be of letters, digits and hyphens.");
        }
    }
}
