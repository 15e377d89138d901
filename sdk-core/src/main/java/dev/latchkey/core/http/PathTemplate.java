package dev.latchkey.core.http;

import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.internal.call.WholeCharacters;
import org.jspecify.annotations.Nullable;

/**
 * Fills the parameters of a path template such as {@code /users/{id}}. Each value becomes one encoded segment, whatever it
 * holds. OkHttp would resolve a segment {@code ..} and reach another operation, so such values are refused.
 */
final class PathTemplate {
    private static final String HEX = "0123456789ABCDEF";
    private static final String UNRESERVED = "-._~";
    private static final String LITERAL = UNRESERVED + "!$&'()*+,;=:@%/";

    private PathTemplate() {}

    /** The encoded path. */
    static String fill(String template, @Nullable Object... values) {
        if (template.isEmpty() || template.charAt(0) != '/') {
            throw new InvalidInputException("The path must start with a slash, as in /users/{id}.");
        }
        StringBuilder path = new StringBuilder(template.length() + 32);
        int used = 0;
        int at = 0;
        while (at < template.length()) {
            char c = template.charAt(at);
            if (c == '{') {
                int end = template.indexOf('}', at);
                if (end < 0) {
                    throw new InvalidInputException("The path template has a { without a }.");
                }
                if (used == values.length) {
                    throw wrongCount(template, values.length);
                }
                append(path, template, at, values[used++]);
                at = end + 1;
            } else {
                path.append(literal(c));
                at++;
            }
        }
        if (used != values.length) {
            throw wrongCount(template, values.length);
        }
        refuseDotSegments(path);
        return path.toString();
    }

    private static char literal(char c) {
        if (!isLetterOrDigit(c) && LITERAL.indexOf(c) < 0) {
            throw new InvalidInputException("The path holds a character that cannot be sent as it is (code " + (int) c
                    + "). Give values as parameters, as in /users/{id}, and a query with query(…).");
        }
        return c;
    }

    private static void append(StringBuilder path, String template, int at, @Nullable Object value) {
        if (value == null) {
            throw new InvalidInputException("The path parameter " + name(template, at) + " is null.");
        }
        String text = value.toString();
        if (text.trim().isEmpty()) {
            throw new InvalidInputException(
                    "The path parameter " + name(template, at) + " is blank. Give the value that names it.");
        }
        if (text.equals(".") || text.equals("..")) {
            throw new InvalidInputException("The path parameter " + name(template, at) + " is \"" + text
                    + "\", which would reach another path.");
        }
        if (!WholeCharacters.areIn(text)) {
            WholeCharacters.require("The path parameter ", name(template, at), text);
        }
        encode(path, text);
    }

    /** For errors alone: most parameters are never named. */
    private static String name(String template, int at) {
        return template.substring(at, template.indexOf('}', at) + 1);
    }

    static String encode(String text) {
        StringBuilder encoded = new StringBuilder(text.length() + 16);
        encode(encoded, text);
        return encoded.toString();
    }

    private static void encode(StringBuilder out, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0) {
                out.append(c);
            } else {
                int end = Character.isHighSurrogate(c) && i + 1 < text.length() ? i + 2 : i + 1;
                for (byte b : text.substring(i, end).getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
                    out.append('%').append(HEX.charAt((b >> 4) & 15)).append(HEX.charAt(b & 15));
                }
                i = end - 1;
            }
        }
    }

    /** Also in what the template itself says, since a user may give one. */
    private static void refuseDotSegments(CharSequence path) {
        int start = 1;
        for (int i = 1; i <= path.length(); i++) {
            if (i == path.length() || path.charAt(i) == '/') {
                boolean last = i == path.length();
                if (isDots(path, start, i) || (start == i && !last)) {
                    throw new InvalidInputException("The path has an empty segment, or one that is \".\" or \"..\".");
                }
                start = i + 1;
            }
        }
    }

    private static boolean isDots(CharSequence path, int start, int end) {
        if (start == end || end - start > 6 || (path.charAt(start) != '.' && path.charAt(start) != '%')) {
            return false;
        }
        String dots =
                path.subSequence(start, end).toString().replace("%2e", ".").replace("%2E", ".");
        return dots.equals(".") || dots.equals("..");
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private static InvalidInputException wrongCount(String template, int given) {
        long wanted = template.chars().filter(c -> c == '{').count();
        return new InvalidInputException("The path " + template + " takes " + wanted + " parameters, but " + given
                + (given == 1 ? " was" : " were") + " given.");
    }
}
