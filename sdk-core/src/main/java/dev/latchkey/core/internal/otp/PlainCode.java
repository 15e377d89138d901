package dev.latchkey.core.internal.otp;

import dev.latchkey.core.InvalidInputException;

/** Makes of a code, as a person or a library wrote it, what a server reads. */
public final class PlainCode {
    private static final int LONGEST = 64;
    private static final char FIRST_VISIBLE = '!';
    private static final char LAST_VISIBLE = '~';

    private PlainCode() {}

    /**
     * A code without spaces and marks of direction, its digits those of ASCII whatever script they were in.
     *
     * @param what names the code in a message, which does not show it
     * @param code for instance {@code 123 456}
     * @return visible ASCII characters
     * @throws InvalidInputException if it is blank, has other characters, or is too long to be a code
     */
    public static String of(String what, String code) {
        StringBuilder plain = new StringBuilder(code.length());
        for (int i = 0; i < code.length(); i = code.offsetByCodePoints(i, 1)) {
            int c = code.codePointAt(i);
            if (isInvisible(c)) {
                continue;
            }
            int digit = Character.digit(c, 10);
            if (digit >= 0) {
                plain.append((char) ('0' + digit));
            } else if (c >= FIRST_VISIBLE && c <= LAST_VISIBLE) {
                plain.append((char) c);
            } else {
                throw new InvalidInputException("The " + what + " has a character, at position " + i
                        + ", that is neither a digit nor visible ASCII. Give the code as the authenticator shows it.");
            }
        }
        if (plain.length() == 0) {
            throw new InvalidInputException("The " + what + " is blank.");
        }
        if (plain.length() > LONGEST) {
            throw new InvalidInputException("The " + what + " has more than " + LONGEST
                    + " characters. Give the code that the authenticator shows, not the secret that it is made from.");
        }
        return plain.toString();
    }

    private static boolean isInvisible(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT;
    }
}
