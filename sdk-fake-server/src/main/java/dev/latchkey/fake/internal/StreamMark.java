package dev.latchkey.fake.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import okhttp3.Headers;

/**
 * The header by which a request tells its HTTP/2 stream, which MockWebServer does not. {@link Http2Input} adds it, in a
 * CONTINUATION frame at the end of the request's headers, and no handler, journal or echo sees it.
 */
public final class StreamMark {
    /** Its name. */
    public static final String HEADER = "latchkey-fake-stream";

    private StreamMark() {}

    /** The stream that the request with these headers came on. */
    public static int streamOf(Headers headers) {
        // The last one is ours, whatever the client has sent.
        String marked = headers.get(HEADER);
        if (marked == null) {
            throw new IllegalStateException("an HTTP/2 request came without the mark of its stream");
        }
        return Integer.parseInt(marked);
    }

    static byte[] frame(int stream) {
        byte[] name = HEADER.getBytes(StandardCharsets.US_ASCII);
        byte[] value = Integer.toString(stream).getBytes(StandardCharsets.US_ASCII);
        // A literal that no table of HPACK learns: 0, both lengths as they are.
        byte[] literal = ByteBuffer.allocate(3 + name.length + value.length)
                .put((byte) 0)
                .put((byte) name.length)
                .put(name)
                .put((byte) value.length)
                .put(value)
                .array();
        return Frame.of(Frame.CONTINUATION, Frame.END_HEADERS, stream, literal);
    }
}
