package dev.latchkey.core.http;

import dev.latchkey.core.Failure;
import dev.latchkey.core.MalformedResponseException;
import dev.latchkey.core.json.JsonDecodingException;
import dev.latchkey.core.vendor.ErrorBody;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Describes an answer as a failure. What the server says is shortened, and this call's secrets are masked in it: for people, while
 * nothing is decided by a text that was masked.
 */
final class AnswerFailures {
    private static final int MAX_RAW = 8192;
    private static final int MAX_START = 100;
    private static final int MAX_FIELDS = 100;
    private static final int MAX_MESSAGES = 20;
    private static final List<String> REQUEST_IDS =
            List.of("X-Request-Id", "X-Correlation-Id", "Request-Id", "X-Trace-Id", "X-Amzn-RequestId", "CF-Ray");

    private final Execution execution;
    private final RequestPlan plan;
    private final Response response;
    private final AnswerText body;
    private final ServerText words;

    AnswerFailures(Execution execution, Response response, AnswerText body) {
        this.execution = execution;
        this.plan = execution.plan();
        this.response = response;
        this.body = body;
        this.words = ServerText.about(execution);
    }

    Failure failure(String problem, @Nullable String code, @Nullable String serverMessage) {
        String name = words.name(code);
        Failure failure = new Failure(
                plan.method(),
                plan.template(),
                response.code(),
                problem,
                name,
                words.cleaned(serverMessage, ServerText.MESSAGE),
                words.cleaned(requestId(), ServerText.CODE),
                plan.secret() ? null : body.start(MAX_RAW));
        return execution.told(words.mayShow(name) ? failure : failure.hidingCode());
    }

    /** A short text of the server's, within words of ours. */
    String cleaned(String text) {
        return orEmpty(words.cleaned(text, ServerText.MESSAGE));
    }

    ErrorBody cleaned(ErrorBody raw) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        raw.fieldErrors().entrySet().stream().limit(MAX_FIELDS).forEach(field -> {
            List<String> clean = new ArrayList<>();
            field.getValue().stream()
                    .limit(MAX_MESSAGES)
                    .forEach(message -> clean.add(orEmpty(words.cleaned(message, ServerText.MESSAGE))));
            fields.put(orEmpty(words.name(field.getKey())), List.copyOf(clean));
        });
        return new ErrorBody(
                words.name(raw.code()),
                words.cleaned(raw.message(), ServerText.MESSAGE),
                Collections.unmodifiableMap(fields));
    }

    /** A reader threw something that is no exception of ours. */
    MalformedResponseException unreadable(Exception thrown) {
        if (thrown instanceof JsonDecodingException shape) {
            return malformed(shape);
        }
        String problem = "The answer could not be read (" + thrown.getClass().getSimpleName() + ").";
        return new MalformedResponseException(failure(problem, null, null), Unexpected.withoutText(thrown));
    }

    MalformedResponseException malformed(JsonDecodingException shape) {
        return new MalformedResponseException(failure(problem(shape), null, null), shape);
    }

    private String problem(JsonDecodingException shape) {
        if (body.looksLikeJson()) {
            return "The answer is not what this operation documents: " + shape.getMessage() + ".";
        }
        String start = plan.secret() ? null : words.cleaned(body.start(2 * MAX_START), MAX_START);
        return "The answer is no JSON but " + cleaned(body.describe()) + (start == null ? "." : ", starting: " + start);
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

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
