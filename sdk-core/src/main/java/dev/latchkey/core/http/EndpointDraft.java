package dev.latchkey.core.http;

import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.auth.AuthScheme;
import dev.latchkey.core.auth.Tokens;
import dev.latchkey.core.internal.call.HeaderValues;
import dev.latchkey.core.internal.call.WholeCharacters;
import java.util.ArrayList;
import java.util.List;
import okhttp3.FormBody;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/** What an endpoint has been told so far. */
final class EndpointDraft {
    private static final Headers USUAL_HEADERS = Headers.of("Accept", "application/json");

    private static final int SHORTEST_SECRET = 6;

    private final AuthScheme scheme;
    private final String method;
    private final String template;
    private long timeoutNanos;
    private Headers headers = USUAL_HEADERS;
    private List<String> secrets = List.of();
    private List<String> values = List.of();
    private boolean ofTheUser;
    private FormBody.@Nullable Builder form;
    private @Nullable RequestBody body;
    private Repeat repeat;
    private RequestPlan.Token token = RequestPlan.Token.OF_SESSION;
    private RequestPlan.Secrecy secrecy = RequestPlan.Secrecy.NONE;
    private boolean salvaged;

    EndpointDraft(AuthScheme scheme, String method, String template, long timeoutNanos) {
        this.scheme = scheme;
        this.method = method;
        this.template = template;
        this.timeoutNanos = timeoutNanos;
        this.repeat = usual(method);
    }

    private static Repeat usual(String method) {
        return switch (method) {
            case "GET", "HEAD", "OPTIONS" -> Repeat.SAFE;
            case "PUT", "DELETE" -> Repeat.IDEMPOTENT;
            default -> Repeat.ONCE;
        };
    }

    void header(String name, String value) {
        headers = headers.newBuilder().set(name, value).build();
    }

    void form(String name, @Nullable String value) {
        if (body != null) {
            throw twoBodies();
        }
        form = form == null ? new FormBody.Builder() : form;
        if (value != null) {
            WholeCharacters.require("The name of a field", name);
            WholeCharacters.require("The field ", name, value);
            form.add(name, value);
            sends(value);
        }
    }

    void body(RequestBody given) {
        if (body != null || form != null) {
            throw twoBodies();
        }
        if (method.equals("GET") || method.equals("HEAD")) {
            throw new InvalidInputException("A " + method + " request has no body. Give its parameters with query(…).");
        }
        body = given;
    }

    void repeat(Repeat given) {
        repeat = given;
    }

    void token(RequestPlan.Token given) {
        token = given;
    }

    void within(long nanos) {
        timeoutNanos = Math.min(timeoutNanos, nanos);
    }

    void given(Tokens tokens) {
        scheme.headers(tokens).forEach((name, value) -> {
            HeaderValues.check("The token for the header " + name, value);
            header(name, value);
            mask(value);
        });
        token = RequestPlan.Token.GIVEN;
    }

    void secret(RequestPlan.Secrecy given) {
        secrecy = given.compareTo(secrecy) > 0 ? given : secrecy;
    }

    void salvaged() {
        salvaged = true;
    }

    void mask(String value) {
        List<String> more = new ArrayList<>(secrets);
        more.add(value);
        secrets = more;
    }

    /** The user describes the request, and which of its values are secrets is not said. */
    void ofTheUser(Object... pathValues) {
        ofTheUser = true;
        for (Object value : pathValues) {
            sends(value.toString());
        }
    }

    void sends(String value) {
        // Shorter ones are numbers and names, about which errors talk.
        if (ofTheUser && value.length() >= SHORTEST_SECRET) {
            List<String> more = new ArrayList<>(values);
            more.add(value);
            values = more;
        }
    }

    RequestPlan freeze(HttpUrl url) {
        RequestBody content = content();
        boolean resendable = content == null || (!content.isOneShot() && !content.isDuplex());
        boolean once = repeat == Repeat.ONCE || repeat == Repeat.NEVER;
        return new RequestPlan(
                method,
                template,
                url,
                headers,
                content != null && once && resendable ? new OneShotBody(content) : content,
                resendable,
                repeat,
                token,
                secrecy,
                salvaged,
                List.copyOf(secrets),
                List.copyOf(values),
                ofTheUser,
                timeoutNanos,
                true);
    }

    /** OkHttp wants a body for these methods, even an empty one; it has no type. */
    private @Nullable RequestBody content() {
        if (form != null) {
            return form.build();
        }
        boolean wanted = method.equals("POST") || method.equals("PUT") || method.equals("PATCH");
        return body == null && wanted ? RequestBody.EMPTY : body;
    }

    private static InvalidInputException twoBodies() {
        return new InvalidInputException("A request has one body: a form, JSON, or another.");
    }
}
