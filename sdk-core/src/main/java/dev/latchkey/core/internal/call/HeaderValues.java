package dev.latchkey.core.internal.call;

import dev.latchkey.core.InvalidInputException;

/** Checks values of header fields ourselves: OkHttp's own message for a bad one prints it, be it a secret. */
public final class HeaderValues {
    private HeaderValues() {}

    /**
     * Refuses what cannot be sent.
     *
     * @param what names the value in the message, which does not show it
     * @param value visible ASCII, with spaces only inside
     * @throws InvalidInputException if it is anything else
     */
    public static void check(String what, String value) {
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
}
