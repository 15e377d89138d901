package dev.latchkey.fake;

import dev.latchkey.fake.internal.Connection;
import dev.latchkey.fake.internal.Json;
import dev.latchkey.fake.internal.Percent;
import dev.latchkey.fake.internal.StreamMark;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** A request as a {@link FakeHandler} sees it. Its {@code toString} holds the method and the path template only. */
public final class FakeRequest {
    private final RecordedRequest request;
    private final Headers headers;
    private final int stream;
    private final String rawPath;
    private final Map<String, List<String>> query;
    private final Map<String, String> pathVariables;
    private final String shownPath;

    private FakeRequest(
            RecordedRequest request,
            Headers headers,
            int stream,
            String rawPath,
            Map<String, List<String>> query,
            Map<String, String> pathVariables,
            String shownPath) {
        this.request = request;
        this.headers = headers;
        this.stream = stream;
        this.rawPath = rawPath;
        this.query = query;
        this.pathVariables = pathVariables;
        this.shownPath = shownPath;
    }

    static FakeRequest of(RecordedRequest request) {
        String target = request.getTarget();
        int question = target.indexOf('?');
        String path = question < 0 ? target : target.substring(0, question);
        String query = question < 0 ? "" : target.substring(question + 1);
        Headers headers = request.getHeaders();
        int stream = Connection.HTTP_1;
        if (request.getVersion().equals("HTTP/2")) {
            stream = StreamMark.streamOf(headers);
            headers = headers.newBuilder().removeAll(StreamMark.HEADER).build();
        }
        return new FakeRequest(
                request, headers, stream, path, Percent.parameters(query), Map.of(), "(no such endpoint)");
    }

    FakeRequest matched(String template, Map<String, String> variables) {
        return new FakeRequest(request, headers, stream, rawPath, query, variables, template);
    }

    /** The HTTP method. */
    public String method() {
        return request.getMethod();
    }

    /** Scheme, host and port as the client named them, as in {@code https://localhost:41234}. */
    public String origin() {
        String root = request.getUrl()
                .newBuilder()
                .encodedPath("/")
                .encodedQuery(null)
                .build()
                .toString();
        return root.substring(0, root.length() - 1);
    }

    /** The path as sent, without the query: percent-encoded, and with whatever it holds. */
    public String rawPath() {
        return rawPath;
    }

    /** The variable of the path template, decoded. */
    public String pathVariable(String name) {
        String value = pathVariables.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the path " + shownPath + " has no variable " + name);
        }
        return value;
    }

    /** The values of a query parameter, in order; its brackets may have come encoded or raw. */
    public List<String> query(String name) {
        return query.getOrDefault(name, List.of());
    }

    /** The names and values of the query. */
    public Map<String, List<String>> query() {
        return query;
    }

    /** The first header with this name in any case, or null. */
    public @Nullable String header(String name) {
        return headers.get(name);
    }

    /** Whether the body is declared to be of this media type, such as {@code application/json}. */
    public boolean hasContentType(String mediaType) {
        String type = header("Content-Type");
        return type != null
                && type.toLowerCase(Locale.ROOT).split(";", 2)[0].trim().equals(mediaType);
    }

    /** The body as UTF-8 text; empty if there is none. */
    public String body() {
        ByteString body = request.getBody();
        return body == null ? "" : body.utf8();
    }

    /** The body's bytes; none if there is no body. */
    public byte[] bytes() {
        ByteString body = request.getBody();
        return body == null ? new byte[0] : body.toByteArray();
    }

    /** The fields of a form, or an empty map if the body is none. */
    public Map<String, List<String>> form() {
        return hasContentType("application/x-www-form-urlencoded") ? Percent.parameters(body()) : Map.of();
    }

    /** The last value of a form's field, or null if it is missing or empty. */
    public @Nullable String field(String name) {
        List<String> values = form().getOrDefault(name, List.of(""));
        String last = values.get(values.size() - 1);
        return last.isEmpty() ? null : last;
    }

    /**
     * The body as JSON: maps, lists, strings, {@link Long}s, {@link java.math.BigDecimal}s, booleans or null.
     *
     * @throws IllegalArgumentException if the body is no JSON
     */
    public @Nullable Object json() {
        return Json.parse(body());
    }

    @Override
    public String toString() {
        return method() + " " + shownPath;
    }

    RecordedRequest recorded() {
        return request;
    }

    Headers headers() {
        return headers;
    }

    /** The HTTP/2 stream that it came on, or {@link Connection#HTTP_1}. */
    int stream() {
        return stream;
    }

    boolean isHttp2() {
        return stream != Connection.HTTP_1;
    }
}
