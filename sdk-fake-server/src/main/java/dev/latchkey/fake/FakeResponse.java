package dev.latchkey.fake;

import dev.latchkey.fake.internal.Json;
import okhttp3.Headers;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** An answer: status, headers, body. Immutable; each method that changes something returns a new one. */
public final class FakeResponse {
    private final int status;
    private final Headers headers;
    private final ByteString body;

    private FakeResponse(int status, Headers headers, ByteString body) {
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException("an answer's status is 200 to 599, not " + status);
        }
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    /** An answer without a body. */
    public static FakeResponse empty(int status) {
        return new FakeResponse(status, Headers.EMPTY, ByteString.EMPTY);
    }

    /** An answer of plain text. */
    public static FakeResponse text(int status, String text) {
        return empty(status).body("text/plain; charset=utf-8", text);
    }

    /** An HTML page. */
    public static FakeResponse html(int status, String html) {
        return empty(status).body("text/html; charset=utf-8", html);
    }

    /**
     * A JSON answer.
     *
     * @param value maps, iterables, strings, numbers, booleans or null
     */
    public static FakeResponse json(int status, @Nullable Object value) {
        return empty(status).body("application/json", Json.text(value));
    }

    /** The same with this header, which replaces one of the same name. */
    public FakeResponse header(String name, String value) {
        return new FakeResponse(status, headers.newBuilder().set(name, value).build(), body);
    }

    /** The same with this text, in UTF-8, as its body. */
    public FakeResponse body(String contentType, String text) {
        return body(contentType, ByteString.encodeUtf8(text));
    }

    FakeResponse status(int other) {
        return new FakeResponse(other, headers, body);
    }

    FakeResponse body(String contentType, ByteString bytes) {
        Headers typed = headers.newBuilder().set("Content-Type", contentType).build();
        return new FakeResponse(status, typed, bytes);
    }

    /** The status. */
    public int status() {
        return status;
    }

    /** The header with this name in any case, or null. */
    public @Nullable String header(String name) {
        return headers.get(name);
    }

    /** The status only: headers and body may hold secrets. */
    @Override
    public String toString() {
        return "FakeResponse[" + status + "]";
    }

    Headers headers() {
        return headers;
    }

    ByteString bytes() {
        return body;
    }
}
