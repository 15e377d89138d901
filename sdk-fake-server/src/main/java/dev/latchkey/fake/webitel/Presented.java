package dev.latchkey.fake.webitel;

import dev.latchkey.fake.FakeRequest;
import dev.latchkey.fake.internal.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The token and the key of a request, from its body, its query or its headers, in this order.
 *
 * @param token null if there is none
 * @param key null if there is none
 */
record Presented(@Nullable String token, @Nullable String key) {

    static Presented in(FakeRequest request) {
        Map<String, @Nullable Object> body = body(request);
        return new Presented(
                first(request, body, "access_token", "X-Access-Token"), first(request, body, "x_key", "X-Key"));
    }

    private static @Nullable String first(
            FakeRequest request, Map<String, @Nullable Object> body, String member, String header) {
        if (body.get(member) instanceof String text && !text.isEmpty()) {
            return text;
        }
        List<String> query = request.query(member);
        String value = query.isEmpty() || query.get(0).isEmpty() ? request.header(header) : query.get(0);
        return value == null || value.isEmpty() ? null : value;
    }

    private static Map<String, @Nullable Object> body(FakeRequest request) {
        if (!request.hasContentType("application/json")) {
            return Map.of();
        }
        try {
            Map<String, @Nullable Object> body = Json.asObject(request.json());
            return body == null ? Map.of() : body;
        } catch (Json.BadJson e) {
            return Map.of();
        }
    }

    /** Which of them there are. */
    @Override
    public String toString() {
        return "Presented[" + (token == null ? "" : "token") + (key == null ? "" : " key") + "]";
    }
}
