package dev.latchkey.core.http;

import com.squareup.moshi.JsonAdapter;
import dev.latchkey.core.Failure;
import dev.latchkey.core.MalformedResponseException;
import dev.latchkey.core.json.JsonCodec;
import dev.latchkey.core.json.JsonDecodingException;
import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * An answer whose body was read whole. Valid while a {@link ResponseReader} reads it, on that thread; it may be read several
 * times.
 */
public final class Answer {
    private final Execution execution;
    private final Response response;
    private final AnswerText body;

    Answer(Execution execution, Response response) {
        this.execution = execution;
        this.response = response;
        this.body = new AnswerText(execution.body(), response);
    }

    /**
     * The HTTP status.
     *
     * @return 200 to 299, or another that the reader {@linkplain ResponseReader#reads reads}
     */
    public int status() {
        return response.code();
    }

    /**
     * A header's value.
     *
     * @param name in any case
     * @return the last value, or null if there is none
     */
    public @Nullable String header(String name) {
        return response.header(name);
    }

    /**
     * All headers.
     *
     * @return names in lower case, each with its values in the order received; immutable
     */
    public Map<String, List<String>> headers() {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        response.headers().toMultimap().forEach((name, values) -> headers.put(name, List.copyOf(values)));
        return Collections.unmodifiableMap(headers);
    }

    /**
     * Decodes the body.
     *
     * @param adapter of the documented shape
     * @param <T> the value
     * @return the value
     * @throws IOException never for what the server sent
     * @throws MalformedResponseException if the body is not JSON or has another shape
     */
    public <T> T json(JsonAdapter<T> adapter) throws IOException {
        try {
            return JsonCodec.decode(adapter, body.json());
        } catch (JsonDecodingException e) {
            throw failures().malformed(e);
        }
    }

    /**
     * The body as text, by its declared character set, its byte order mark, or else UTF-8.
     *
     * @return the text, empty if there is no body
     */
    public String text() {
        return body.text();
    }

    /**
     * Whether there is no body.
     *
     * @return true if not a single byte arrived
     */
    public boolean isEmpty() {
        return execution.body().exhausted();
    }

    /**
     * When the server answered, by its own clock.
     *
     * @return the {@code Date}, or null if the answer has none or was kept by a cache ({@code Age})
     */
    public @Nullable Instant serverTime() {
        return ServerTime.of(response);
    }

    /**
     * Describes this answer as a failure, for an exception of a reader that finds one in it.
     *
     * @param problem what went wrong and what to do, in our words
     * @param code the vendor's error code
     * @param serverMessage the vendor's message; it is shortened, and this call's secrets are masked
     * @return the failure
     */
    public Failure failure(String problem, @Nullable String code, @Nullable String serverMessage) {
        return failures().failure(problem, code, serverMessage);
    }

    /** The whole body, null where it may hold a secret. */
    @Nullable
    String rawBody() {
        return execution.plan().secret() ? null : text();
    }

    AnswerFailures failures() {
        return new AnswerFailures(execution, response, body);
    }
}
