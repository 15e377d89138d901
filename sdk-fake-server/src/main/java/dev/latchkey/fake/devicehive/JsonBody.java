package dev.latchkey.fake.devicehive;

import dev.latchkey.fake.FakeRequest;
import dev.latchkey.fake.internal.Json;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The JSON object in a request, read as leniently as the server does: numbers pass for texts and texts for numbers, what
 * nobody asks for is ignored. What does not fit is a refusal with status 400.
 */
final class JsonBody {
    private final Map<String, @Nullable Object> members;

    private JsonBody(Map<String, @Nullable Object> members) {
        this.members = members;
    }

    /** The object in a request's body, or null if there is no body. */
    static @Nullable JsonBody of(FakeRequest request) {
        if (request.body().isBlank()) {
            return null;
        }
        try {
            Object json = request.json();
            Map<String, @Nullable Object> members = Json.asObject(json);
            if (json != null && members == null) {
                throw Errors.badParameters();
            }
            return members == null ? null : new JsonBody(members);
        } catch (Json.BadJson e) {
            throw Errors.badParameters();
        }
    }

    /** A truth value, or a text: every one but {@code true}, in any case, counts as false. */
    @Nullable
    Boolean flag(String name) {
        Object value = members.get(name);
        if (value == null) {
            return null;
        }
        if (value instanceof Boolean || value instanceof String) {
            return Boolean.parseBoolean(value.toString());
        }
        throw Errors.badParameters();
    }

    @Nullable
    Map<String, @Nullable Object> object(String name) {
        Object value = members.get(name);
        Map<String, @Nullable Object> object = Json.asObject(value);
        if (value != null && object == null) {
            throw Errors.of(400, "'parameters' must be JSON Object!");
        }
        return object;
    }

    @Nullable
    String text(String name) {
        return text(members.get(name));
    }

    @Nullable
    Long integer(String name) {
        String text = text(name);
        try {
            return text == null ? null : (Long) new BigDecimal(text).longValueExact();
        } catch (NumberFormatException e) {
            throw Errors.badParameters();
        } catch (ArithmeticException e) {
            throw Errors.badParameters();
        }
    }

    @Nullable
    Integer small(String name) {
        Long number = integer(name);
        if (number != null && number.intValue() != number) {
            throw Errors.badParameters();
        }
        return number == null ? null : (Integer) number.intValue();
    }

    @Nullable
    Instant date(String name) {
        String text = text(name);
        try {
            Instant date = text == null ? null : Timestamps.read(text);
            return date == null ? null : Instant.ofEpochMilli(date.toEpochMilli());
        } catch (DateTimeException e) {
            throw Errors.badParameters();
        } catch (ArithmeticException e) {
            throw Errors.badParameters(); // Milliseconds cannot say a time so far away.
        }
    }

    /** The elements of a list, each one once. */
    @Nullable
    List<@Nullable Object> elements(String name) {
        Object value = members.get(name);
        if (value == null) {
            return null;
        }
        if (!(value instanceof List<?> list)) {
            throw Errors.badParameters();
        }
        return new ArrayList<>(new LinkedHashSet<>(list));
    }

    @Nullable
    List<@Nullable String> texts(String name) {
        List<@Nullable Object> elements = elements(name);
        return elements == null
                ? null
                : new ArrayList<>(elements.stream().map(JsonBody::text).toList());
    }

    private static @Nullable String text(@Nullable Object value) {
        if (value instanceof Map || value instanceof List) {
            throw Errors.badParameters();
        }
        return value == null ? null : value.toString();
    }
}
