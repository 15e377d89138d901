package dev.latchkey.core.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Bytes that a text spells, and of each byte the characters that it was read from. What a server has written in percent, JSON,
 * HTML, hex or Base 64 is read back here, however it has chosen what to escape, so that a secret is looked for in one spelling.
 */
final class Spelled {
    /** Stands where nothing was spelled, so that what is found does not reach over the gap. */
    private static final byte GAP = 0;

    private byte[] bytes;
    private int[] from;
    private int[] to;
    private int size;

    private Spelled(int capacity) {
        bytes = new byte[capacity];
        from = new int[capacity];
        to = new int[capacity];
    }

    /** As it stands, in UTF-8. */
    static Spelled plainly(CharSequence text) {
        Spelled plain = new Spelled(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            int point = pair ? Character.toCodePoint(c, text.charAt(i + 1)) : c;
            plain.addCharacter(point, i, pair ? i + 2 : i + 1);
            i += pair ? 1 : 0;
        }
        return plain.done();
    }

    byte[] bytes() {
        return bytes;
    }

    int firstCharacter(int index) {
        return from[index];
    }

    int endOfCharacters(int index) {
        return to[index];
    }

    /** With every escape of a URL, of JSON or of HTML read back once; this very object if there is none. */
    Spelled unescaped() {
        Spelled read = new Spelled(size);
        for (int i = 0; i < size; ) {
            int length = Escapes.length(bytes, i);
            if (length == 0) {
                read.add(bytes[i], from[i], to[i]);
                i++;
            } else {
                int end = to[i + length - 1];
                int value = Escapes.value(bytes, i, length);
                if (bytes[i] == '%' || (bytes[i] == '\\' && bytes[i + 1] == 'x')) {
                    read.add((byte) value, from[i], end);
                } else {
                    read.addCharacter(value, from[i], end);
                }
                i += length;
            }
        }
        return ByteBuffer.wrap(read.bytes, 0, read.size).equals(ByteBuffer.wrap(bytes, 0, size)) ? this : read.done();
    }

    /** What pairs of hex digits spell; spaces, which a form writes as a plus, line breaks and marks may stand between them. */
    Spelled hex(int skipped) {
        return digits(4, skipped, " +:-,;|\t\r\n");
    }

    /** What Base 64 spells, of either alphabet; lines may break it. */
    Spelled base64(int skipped) {
        return digits(6, skipped, "\r\n");
    }

    private Spelled digits(int bitsEach, int skipped, String between) {
        Spelled read = new Spelled(size + 1);
        int toSkip = skipped;
        int value = 0;
        int bits = 0;
        int start = 0;
        for (int i = 0; i < size; i++) {
            int digit = bitsEach == 4 ? Escapes.hexDigit(bytes[i]) : base64Digit(bytes[i]);
            if (digit < 0) {
                if (between.indexOf(bytes[i]) < 0) {
                    read.add(GAP, from[i], to[i]);
                    toSkip = skipped;
                    bits = 0;
                }
            } else if (toSkip > 0) {
                toSkip--;
            } else {
                start = bits == 0 ? from[i] : start;
                value = (value << bitsEach | digit) & 0xffff;
                bits += bitsEach;
                if (bits >= 8) {
                    bits -= 8;
                    read.add((byte) (value >> bits), start, to[i]);
                    start = from[i];
                }
            }
        }
        return read.done();
    }

    private static int base64Digit(byte b) {
        if (b >= 'A' && b <= 'Z') {
            return b - 'A';
        }
        if (b >= 'a' && b <= 'z') {
            return b - 'a' + 26;
        }
        if (b >= '0' && b <= '9') {
            return b - '0' + 52;
        }
        return b == '+' || b == '-' ? 62 : b == '/' || b == '_' ? 63 : -1;
    }

    private void addCharacter(int point, int first, int end) {
        if (point < 0x80) {
            add((byte) point, first, end);
        } else {
            for (byte b : new String(Character.toChars(point)).getBytes(StandardCharsets.UTF_8)) {
                add(b, first, end);
            }
        }
    }

    private void add(byte b, int first, int end) {
        if (size == bytes.length) {
            int more = 2 * size + 16;
            bytes = Arrays.copyOf(bytes, more);
            from = Arrays.copyOf(from, more);
            to = Arrays.copyOf(to, more);
        }
        bytes[size] = b;
        from[size] = first;
        to[size++] = end;
    }

    private Spelled done() {
        bytes = Arrays.copyOf(bytes, size);
        return this;
    }
}
