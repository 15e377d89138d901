package dev.latchkey.benchmarks.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A request that has arrived as a whole. */
public final class Request {
    private static final String LINE_END = "\r\n";

    private final String head;
    private final String body;

    private Request(String head, String body) {
        this.head = head;
        this.body = body;
    }

    /**
     * Takes the first request out of what a connection has received.
     *
     * @param received ready for being read
     * @return null if it is not there as a whole yet
     */
    static @Nullable Request takeFrom(ByteBuffer received) {
        int bodyStart = endOfHead(received);
        if (bodyStart < 0) {
            return null;
        }
        String head = text(received, received.position(), bodyStart);
        int length = contentLength(head);
        if (received.limit() - bodyStart < length) {
            return null;
        }
        byte[] body = new byte[length];
        received.position(bodyStart);
        received.get(body);
        return new Request(head, new String(body, UTF_8));
    }

    /** {@code GET}, {@code POST}, … */
    public String method() {
        return head.substring(0, head.indexOf(' '));
    }

    /** The path, with the query if there is one. */
    public String target() {
        int start = head.indexOf(' ') + 1;
        return head.substring(start, head.indexOf(' ', start));
    }

    /**
     * A header's value.
     *
     * @return null if the request has no such header
     */
    public @Nullable String header(String name) {
        return headerIn(head, name);
    }

    /** The body; empty if there is none. */
    public String body() {
        return body;
    }

    private static int contentLength(String head) {
        String value = headerIn(head, "content-length");
        return value == null ? 0 : Integer.parseInt(value);
    }

    private static @Nullable String headerIn(String head, String name) {
        String start = LINE_END + name.toLowerCase(Locale.ROOT) + ":";
        for (int at = head.indexOf(LINE_END); at >= 0; at = head.indexOf(LINE_END, at + 1)) {
            if (head.regionMatches(true, at, start, 0, start.length())) {
                int end = head.indexOf(LINE_END, at + 1);
                return head.substring(at + start.length(), end).strip();
            }
        }
        return null;
    }

    private static int endOfHead(ByteBuffer received) {
        for (int at = received.position(); at + 3 < received.limit(); at++) {
            if (received.get(at) == '\r'
                    && received.get(at + 1) == '\n'
                    && received.get(at + 2) == '\r'
                    && received.get(at + 3) == '\n') {
                return at + 4;
            }
        }
        return -1;
    }

    private static String text(ByteBuffer bytes, int start, int end) {
        byte[] copy = new byte[end - start];
        bytes.get(start, copy);
        return new String(copy, ISO_8859_1);
    }
}
