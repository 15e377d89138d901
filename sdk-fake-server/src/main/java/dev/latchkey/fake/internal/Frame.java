package dev.latchkey.fake.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The head of an HTTP/2 frame, and the few frames that the fakes write themselves.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9113#section-4.1">RFC 9113, section 4.1</a>
 */
record Frame(int length, int type, int flags, int stream) {
    static final int HEAD = 9;
    static final int DATA = 0;
    static final int HEADERS = 1;
    static final int RST_STREAM = 3;
    static final int GO_AWAY = 7;
    static final int CONTINUATION = 9;
    static final int END_STREAM = 1;
    static final int END_HEADERS = 4;
    private static final int REFUSED_STREAM = 7;
    private static final int STATUS_LITERAL = 8;

    static Frame read(byte[] head) {
        ByteBuffer buffer = ByteBuffer.wrap(head);
        int lengthAndType = buffer.getInt();
        return new Frame(
                lengthAndType >>> 8, lengthAndType & 0xff, buffer.get() & 0xff, buffer.getInt() & Integer.MAX_VALUE);
    }

    byte[] head() {
        return ByteBuffer.allocate(HEAD)
                .putInt(length << 8 | type)
                .put((byte) flags)
                .putInt(stream)
                .array();
    }

    Frame without(int flag) {
        return new Frame(length, type, flags & ~flag, stream);
    }

    boolean has(int flag) {
        return (flags & flag) != 0;
    }

    /** Whether nothing more is sent on the stream after it. */
    boolean endsStream() {
        return type == RST_STREAM || ((type == DATA || type == HEADERS) && has(END_STREAM));
    }

    static byte[] of(int type, int flags, int stream, byte[] payload) {
        return ByteBuffer.allocate(HEAD + payload.length)
                .put(new Frame(payload.length, type, flags, stream).head())
                .put(payload)
                .array();
    }

    static byte[] refused(int stream) {
        return of(
                RST_STREAM,
                0,
                stream,
                ByteBuffer.allocate(4).putInt(REFUSED_STREAM).array());
    }

    /** The last stream that counted is the one before this; there is no error. */
    static byte[] goneAway(int stream) {
        int last = Math.max(0, stream - 2);
        return of(GO_AWAY, 0, 0, ByteBuffer.allocate(8).putInt(last).putInt(0).array());
    }

    /** Headers with this status and nothing else, as a literal that no table of HPACK learns. */
    static byte[] interim(int stream, int status) {
        byte[] digits = Integer.toString(status).getBytes(StandardCharsets.US_ASCII);
        byte[] literal = ByteBuffer.allocate(2 + digits.length)
                .put((byte) STATUS_LITERAL)
                .put((byte) digits.length)
                .put(digits)
                .array();
        return of(HEADERS, END_HEADERS, stream, literal);
    }
}
