package dev.latchkey.fake.internal;

import java.io.ByteArrayOutputStream;
import java.util.concurrent.ThreadLocalRandom;

/** Base 32 of RFC 4648, as keys for one-time passwords are written. */
public final class Base32 {
    /** Its characters. */
    public static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private static final int BITS = 5;

    private Base32() {}

    /** Random characters. */
    public static String random(int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(ALPHABET.charAt(ThreadLocalRandom.current().nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    /**
     * The bytes that a text without padding stands for.
     *
     * @throws IllegalArgumentException if it is empty or has other characters; the message does not quote it
     */
    public static byte[] decode(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int pending = 0;
        int pendingBits = 0;
        for (int i = 0; i < text.length(); i++) {
            int value = ALPHABET.indexOf(text.charAt(i));
            if (value < 0) {
                throw new IllegalArgumentException("Base 32 has the letters A to Z and the digits 2 to 7 only");
            }
            pending = (pending << BITS | value) & 0xFFF;
            pendingBits += BITS;
            if (pendingBits >= Byte.SIZE) {
                pendingBits -= Byte.SIZE;
                bytes.write(pending >> pendingBits);
            }
        }
        if (bytes.size() == 0) {
            throw new IllegalArgumentException("a Base 32 key has two characters at least");
        }
        return bytes.toByteArray();
    }
}
