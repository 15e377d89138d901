package dev.latchkey.connectware;

import java.util.Arrays;

/** Walks over values in DER, as far as a certificate signing request needs it. Not thread-safe. */
final class DerReader {
    static final int INTEGER = 0x02;
    static final int BIT_STRING = 0x03;
    static final int SEQUENCE = 0x30;

    private static final int LONGEST_LENGTH = 3;

    private final byte[] bytes;
    private final int end;
    private int position;

    DerReader(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    private DerReader(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.position = start;
        this.end = end;
    }

    boolean isAtEnd() {
        return position == end;
    }

    /**
     * Steps into the next value, and behind it here.
     *
     * @throws IllegalArgumentException if there is none, or one of another kind
     */
    DerReader enter(int tag) {
        if (end - position < 2 || (bytes[position] & 0xff) != tag) {
            throw new IllegalArgumentException("another value was expected");
        }
        position++;
        int length = length();
        if (length < 0 || length > end - position) {
            throw new IllegalArgumentException("the value is cut off");
        }
        DerReader content = new DerReader(bytes, position, position + length);
        position += length;
        return content;
    }

    /** The next value with its tag and length. */
    byte[] copy(int tag) {
        int start = position;
        DerReader unused = enter(tag);
        return Arrays.copyOfRange(bytes, start, position);
    }

    private int length() {
        int first = bytes[position++] & 0xff;
        if (first < 0x80) {
            return first;
        }
        int size = first & 0x7f;
        if (size == 0 || size > LONGEST_LENGTH || size > end - position) {
            throw new IllegalArgumentException("the length is none");
        }
        int length = 0;
        for (int i = 0; i < size; i++) {
            length = (length << 8) | (bytes[position++] & 0xff);
        }
        return length;
    }
}
