package dev.latchkey.core.internal.otp;

import dev.latchkey.core.InvalidInputException;
import java.io.ByteArrayOutputStream;

/** Reads Base32 of RFC 4648 as people copy it: in lower case, in groups, with padding or without. */
final class Base32 {
    private static final int BITS = 5;
    private static final int LETTERS = 26;

    private Base32() {}

    /** Refuses what is no Base32, and never shows it. */
    static byte[] decode(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int pending = 0;
        int pendingBits = 0;
        int end = withoutPadding(text);
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (isGrouping(c)) {
                continue;
            }
            pending = (pending << BITS | value(c, i)) & 0xFFF;
            pendingBits += BITS;
            if (pendingBits >= Byte.SIZE) {
                pendingBits -= Byte.SIZE;
                bytes.write(pending >> pendingBits);
            }
        }
        if (bytes.size() == 0) {
            throw new InvalidInputException(
                    "The secret of the one-time password is empty. Give the Base32 text that the server showed when the"
                            + " second factor was set up, or the whole otpauth:// URI.");
        }
        return bytes.toByteArray();
    }

    private static int withoutPadding(String text) {
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == '=' || isGrouping(text.charAt(end - 1)))) {
            end--;
        }
        return end;
    }

    private static boolean isGrouping(char c) {
        return c == '-' || Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static int value(char c, int position) {
        if (c >= 'A' && c <= 'Z') {
            return c - 'A';
        }
        if (c >= 'a' && c <= 'z') {
            return c - 'a';
        }
        if (c >= '2' && c <= '7') {
            return c - '2' + LETTERS;
        }
        throw new InvalidInputException("The secret of the one-time password is not Base32: at position " + position
                + " it has something other than the letters A to Z and the digits 2 to 7. Give the text that the server"
                + " showed when the second factor was set up, or the whole otpauth:// URI.");
    }
}
