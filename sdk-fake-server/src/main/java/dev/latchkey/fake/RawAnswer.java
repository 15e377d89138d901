package dev.latchkey.fake;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import okio.ByteString;

/** An answer that is written to an HTTP/1.1 connection byte by byte, because no HTTP library would write it. */
@FunctionalInterface
interface RawAnswer {

    /** Writes until it is done, or until the connection is closed, which it throws. */
    void writeTo(OutputStream connection) throws IOException;

    /** These bytes and no more. */
    static RawAnswer of(ByteString bytes) {
        return connection -> connection.write(bytes.toByteArray());
    }

    /** An answer that begins like this and goes on with the same piece again and again. */
    static RawAnswer endless(String beginning, String piece) {
        byte[] start = ascii("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n" + beginning);
        byte[] pieces = ascii(piece.repeat(1 + 8192 / piece.length()));
        return connection -> {
            connection.write(start);
            for (; ; ) {
                connection.write(pieces);
            }
        };
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
