package dev.latchkey.fake;

import dev.latchkey.fake.internal.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import mockwebserver3.MockResponseBody;
import okio.Buffer;
import okio.BufferedSink;
import okio.ByteString;
import okio.GzipSink;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/** The bodies that faults send. */
final class FaultBodies {
    /** The length of a body that ends when it ends. */
    static final long UNANNOUNCED = -1;

    private static final ByteString GZIP_WITH_NAME = ByteString.decodeHex("1f8b0808000000000003");
    private static final ByteString OPENING = ByteString.encodeUtf8("{\"padding\":\"");
    private static final ByteString ENDING = ByteString.encodeUtf8("\"}");
    private static final byte[] PADDING = "x".repeat(8192).getBytes(StandardCharsets.US_ASCII);

    private FaultBodies() {}

    /** The first half of these bytes, announced as the whole. */
    static MockResponseBody truncated(ByteString whole) {
        return body(whole.size(), sink -> sink.write(whole.substring(0, whole.size() / 2)));
    }

    /** A JSON object of exactly this many bytes, made while it is sent. */
    static MockResponseBody oversize(long bytes) {
        return body(bytes, sink -> writePadded(sink, bytes));
    }

    /** The beginning of a gzip file whose name never ends. */
    static MockResponseBody endlessGzipField() {
        return body(UNANNOUNCED, sink -> {
            sink.write(GZIP_WITH_NAME);
            for (; ; ) {
                sink.write(PADDING).emitCompleteSegments();
            }
        });
    }

    /** The answer's body for a status that has none, or a few bytes if it has none itself. */
    static MockResponseBody unexpected(FakeResponse answer) {
        ByteString bytes = answer.bytes().size() > 0 ? answer.bytes() : ByteString.encodeUtf8("{}");
        return body(bytes.size(), sink -> sink.write(bytes));
    }

    /** A JSON object of this many bytes, compressed. */
    static ByteString gzipBomb(long bytes) {
        Buffer compressed = new Buffer();
        try (BufferedSink sink = Okio.buffer(new GzipSink(compressed))) {
            writePadded(sink, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return compressed.readByteString();
    }

    /** Bytes that are neither JSON nor UTF-8, the same at each call. */
    static ByteString garbage() {
        byte[] bytes = new byte[256];
        new Random(7).nextBytes(bytes);
        bytes[0] = (byte) 0xff;
        return ByteString.of(bytes);
    }

    /** The answer with these bytes as its body. */
    static FakeResponse replaced(FakeResponse real, ByteString body) {
        String type = real.header("Content-Type");
        return real.body(type == null ? "application/json" : type, body);
    }

    /** The answer with its JSON object changed; one without is left as it is. */
    static FakeResponse amended(FakeResponse real, Consumer<Map<String, @Nullable Object>> change) {
        Map<String, @Nullable Object> members;
        try {
            members = Json.asObject(Json.parse(real.bytes().utf8()));
        } catch (Json.BadJson e) {
            return real;
        }
        if (members == null) {
            return real;
        }
        change.accept(members);
        return replaced(real, ByteString.encodeUtf8(Json.text(members)));
    }

    private static void writePadded(BufferedSink sink, long bytes) throws IOException {
        sink.write(OPENING);
        long left = bytes - OPENING.size() - ENDING.size();
        for (; left > 0; left -= PADDING.length) {
            sink.write(PADDING, 0, (int) Math.min(left, PADDING.length));
            sink.emitCompleteSegments();
        }
        sink.write(ENDING);
    }

    private static MockResponseBody body(long announced, Writer writer) {
        return new MockResponseBody() {
            @Override
            public long getContentLength() {
                return announced;
            }

            @Override
            public void writeTo(BufferedSink sink) throws IOException {
                writer.writeTo(sink);
            }
        };
    }

    private interface Writer {
        void writeTo(BufferedSink sink) throws IOException;
    }
}
