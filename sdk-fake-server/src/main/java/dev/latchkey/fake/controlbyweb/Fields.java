package dev.latchkey.fake.controlbyweb;

import dev.latchkey.fake.FakeRequest;
import dev.latchkey.fake.internal.Json;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a request says, in a form or in JSON: the framework takes both alike. */
final class Fields {
    private Fields() {}

    /** The value, or null if it is missing or empty, or no simple one. */
    static @Nullable String of(FakeRequest request, String name) {
        if (!isJson(request)) {
            return request.field(name);
        }
        Object value = members(request).get(name);
        boolean isSimple = value instanceof String || value instanceof Number || value instanceof Boolean;
        String text = isSimple ? String.valueOf(value) : "";
        return text.isEmpty() ? null : text;
    }

    private static boolean isJson(FakeRequest request) {
        String type = request.header("Content-Type");
        String lower = type == null ? "" : type.toLowerCase(Locale.ROOT);
        return lower.contains("/json") || lower.contains("+json");
    }

    /** To the framework, what is no JSON says nothing. */
    private static Map<String, @Nullable Object> members(FakeRequest request) {
        try {
            Map<String, @Nullable Object> members = Json.asObject(request.json());
            return members == null ? Map.of() : members;
        } catch (Json.BadJson e) {
            return Map.of();
        }
    }
}
