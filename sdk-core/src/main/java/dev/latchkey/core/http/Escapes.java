package dev.latchkey.core.http;

import java.nio.charset.StandardCharsets;

/** Escapes of one character: of URLs, of JSON and its like, and of HTML. */
final class Escapes {
    private static final int LONGEST_ENTITY = 14;
    private static final int HIGHEST = 0x10ffff;
    private static final String LETTERS = "nrtbf";
    private static final String CONTROLS = "\n\r\t\b\f";

    private Escapes() {}

    /** How many bytes the escape takes that starts here; 0 if none does. */
    static int length(byte[] text, int at) {
        return switch (text[at]) {
            case '%' -> hex(text, at + 1, 2) < 0 ? 0 : 3;
            case '\\' -> backslash(text, at);
            case '&' -> entity(text, at);
            default -> 0;
        };
    }

    /** What an escape of that length stands for: a byte for percent and {@code \x}, else a character. */
    static int value(byte[] text, int at, int length) {
        if (text[at] == '%') {
            return hex(text, at + 1, 2);
        }
        if (text[at] == '&') {
            return entityValue(text, at, length);
        }
        if (length == 2) {
            int letter = LETTERS.indexOf(text[at + 1]);
            return letter < 0 ? text[at + 1] & 0xff : CONTROLS.charAt(letter);
        }
        if (length == 12) {
            return Character.toCodePoint((char) hex(text, at + 2, 4), (char) hex(text, at + 8, 4));
        }
        return hex(text, at + 2, length - 2);
    }

    static int hexDigit(byte b) {
        return b < 0 ? -1 : Character.digit((char) b, 16);
    }

    private static int backslash(byte[] text, int at) {
        // Of a letter beyond ASCII the first byte would be taken for all of it.
        if (at + 1 >= text.length || text[at + 1] < 0) {
            return 0;
        }
        if (text[at + 1] == 'x' && hex(text, at + 2, 2) >= 0) {
            return 4;
        }
        int unit = text[at + 1] == 'u' ? hex(text, at + 2, 4) : -1;
        if (unit < 0) {
            return 2;
        }
        boolean pair = Character.isHighSurrogate((char) unit)
                && at + 7 < text.length
                && text[at + 6] == '\\'
                && text[at + 7] == 'u'
                && hex(text, at + 8, 4) >= 0
                && Character.isLowSurrogate((char) hex(text, at + 8, 4));
        return pair ? 12 : 6;
    }

    private static int entity(byte[] text, int at) {
        for (int i = at + 1; i < text.length && i < at + LONGEST_ENTITY; i++) {
            if (text[i] == ';') {
                return entityValue(text, at, i + 1 - at) < 0 ? 0 : i + 1 - at;
            }
        }
        return 0;
    }

    private static int entityValue(byte[] text, int at, int length) {
        String name = new String(text, at + 1, length - 2, StandardCharsets.ISO_8859_1);
        if (name.isEmpty() || name.charAt(0) != '#') {
            return Entities.character(name);
        }
        boolean isHex = name.length() > 1 && (name.charAt(1) == 'x' || name.charAt(1) == 'X');
        long value = number(name, isHex ? 2 : 1, isHex ? 16 : 10);
        return value > HIGHEST ? -1 : (int) value;
    }

    private static long number(String digits, int from, int radix) {
        long value = from == digits.length() ? -1 : 0;
        for (int i = from; i < digits.length(); i++) {
            int digit = Character.digit(digits.charAt(i), radix);
            if (digit < 0) {
                return -1;
            }
            value = value * radix + digit;
        }
        return value;
    }

    private static int hex(byte[] text, int at, int digits) {
        if (at + digits > text.length) {
            return -1;
        }
        int value = 0;
        for (int i = at; i < at + digits; i++) {
            int digit = hexDigit(text[i]);
            if (digit < 0) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return value;
    }
}
