package dev.latchkey.core.http;

import com.squareup.moshi.JsonAdapter;
import dev.latchkey.core.Failure;
import dev.latchkey.core.MalformedResponseException;
import dev.latchkey.core.json.JsonCodec;
import dev.latchkey.core.json.JsonDecodingException;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
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
    private static final int MAX_RAW = 8192;
    private static final List<String> REQUEST_IDS =
            List.of("X-Request-Id", "X-Correlation-Id", "Request-Id", "X-Trace-Id", "X-Amzn-RequestId", "CF-Ray");

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
     * @return 200 to 299
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
        return java.util.Collections.unmodifiableMap(headers);
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
            throw malformed(e);
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
        return response.header("Age") != null ? null : response.headers().getInstant("Date");
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
        RequestPlan plan = execution.plan();
        ServerText words = words();
        return new Failure(
                plan.method(),
                plan.template(),
                response.code(),
                problem,
                words.cleaned(code, ServerText.CODE),
                words.cleaned(serverMessage, ServerText.MESSAGE),
                words.cleaned(requestId(), ServerText.CODE),
                plan.secret() ? null : body.start(MAX_RAW));
    }

    /** The whole body, null where it may hold a secret. */
    @Nullable
    String rawBody() {
        return execution.plan().secret() ? null : text();
    }

    ErrorBody cleaned(ErrorBody raw) {
        ServerText words = words();
        Map<String, List<String>> fields = new LinkedHashMap<>();
        raw.fieldErrors().forEach((field, messages) -> {
            List<String> clean = new ArrayList<>();
            for (String message : messages) {
                String text = words.cleaned(message, ServerText.MESSAGE);
                clean.add(text == null ? "" : text);
            }
            String name = words.cleaned(field, ServerText.CODE);
            fields.put(name == null ? "" : name, List.copyOf(clean));
        });
        return new ErrorBody(
                words.cleaned(raw.code(), ServerText.CODE),
                words.cleaned(raw.message(), ServerText.MESSAGE),
                java.util.Collections.unmodifiableMap(fields));
    }

    /** A reader threw something that is no exception of ours. */
    MalformedResponseException unreadable(Exception e) {
        if (e instanceof JsonDecodingException shape) {
            return malformed(shape);
        }
        String problem = "The answer could not be read (" + e.getClass().getSimpleName() + ").";
        return new MalformedResponseException(failure(problem, null, null), Unexpected.withoutText(e));
    }

    private MalformedResponseException malformed(JsonDecodingException shape) {
        String start = execution.plan().secret() ? null : words().cleaned(body.start(200), 100);
        String problem = body.looksLikeJson()
                ? "The answer is not what this operation documents: " + shape.getMessage() + "."
                : "The answer is no JSON but " + body.describe() + (start == null ? "." : ", starting: " + start);
        return new MalformedResponseException(failure(problem, null, null), shape);
    }

    private ServerText words() {
        List<String> secrets = execution.secrets();
        secrets.addAll(SecretStrings.of(execution.plan()));
        return new ServerText(secrets);
    }

    private @Nullable String requestId() {
        for (String name : REQUEST_IDS) {
            String id = response.header(name);
            if (id != null) {
                return id;
            }
        }
        return null;
    }
}
