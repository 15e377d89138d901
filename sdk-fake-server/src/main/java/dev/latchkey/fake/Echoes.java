package dev.latchkey.fake;

import dev.latchkey.fake.internal.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import okhttp3.Headers;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** A request, spelled for its sender to read. */
final class Echoes {
    private Echoes() {}

    static FakeResponse answer(Echo spelling, int status, FakeRequest request) {
        ByteString whole = whole(request);
        return switch (spelling) {
            case HTML -> FakeResponse.html(status, page(whole.utf8()));
            case JSON -> FakeResponse.json(status, members(request));
            case HEX -> FakeResponse.text(status, whole.hex());
            case PERCENT -> FakeResponse.text(status, URLEncoder.encode(whole.utf8(), StandardCharsets.UTF_8));
            case BASE64 -> FakeResponse.text(status, whole.base64());
            case PLAIN, NO_HTTP -> FakeResponse.empty(status).body("text/plain; charset=utf-8", whole);
        };
    }

    /** The request as HTTP/1.1 writes it. */
    static ByteString whole(FakeRequest request) {
        Buffer text = new Buffer().writeUtf8(request.recorded().getRequestLine());
        Headers headers = request.headers();
        for (int i = 0; i < headers.size(); i++) {
            text.writeUtf8("\r\n" + headers.name(i) + ": " + headers.value(i));
        }
        return text.writeUtf8("\r\n\r\n").write(request.bytes()).readByteString();
    }

    private static Map<String, @Nullable Object> members(FakeRequest request) {
        Headers headers = request.headers();
        Map<String, Object> named = new LinkedHashMap<>();
        headers.names().forEach(name -> named.put(name, String.join(", ", headers.values(name))));
        return Json.object("line", request.recorded().getRequestLine(), "headers", named, "body", request.body());
    }

    private static String page(String text) {
        String escaped = text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
        return "<!DOCTYPE html>\n<html><head><title>Error</title></head><body><h1>Error</h1><pre>" + escaped
                + "</pre></body></html>\n";
    }
}
