package dev.latchkey.fake.connectware;

import dev.latchkey.fake.FakeRequest;
import dev.latchkey.fake.internal.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object that was sent. What is missing or of the wrong type is a 400 that names the member and quotes no value;
 * null counts as missing, and members that nobody asks for are ignored.
 */
final class Body {
    private final Map<String, @Nullable Object> members;

    private Body(Map<String, @Nullable Object> members) {
        this.members = members;
    }

    /** The request's body. */
    static Body of(FakeRequest request) {
        return of(json(request), "the body");
    }

    /** The objects of a body that is a list. */
    static List<Body> listOf(FakeRequest request) {
        return list(json(request), "the body");
    }

    /** The request's body as JSON of any kind. */
    static @Nullable Object json(FakeRequest request) {
        try {
            return request.json();
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("the body is no JSON");
        }
    }

    boolean has(String name) {
        return members.get(name) != null;
    }

    /** The member, a text that is not empty. */
    String text(String name) {
        String text = optionalText(name);
        if (text == null || text.isEmpty()) {
            throw Problem.badRequest(name + " is required");
        }
        return text;
    }

    @Nullable
    String optionalText(String name) {
        Object value = members.get(name);
        if (value != null && !(value instanceof String)) {
            throw Problem.badRequest(name + " has to be a string");
        }
        return (String) value;
    }

    @Nullable
    Long optionalInteger(String name) {
        Object value = members.get(name);
        if (value != null && !(value instanceof Long)) {
            throw Problem.badRequest(name + " has to be an integer");
        }
        return (Long) value;
    }

    boolean bool(String name, boolean otherwise) {
        Object value = members.get(name);
        if (value != null && !(value instanceof Boolean)) {
            throw Problem.badRequest(name + " has to be true or false");
        }
        return value == null ? otherwise : (Boolean) value;
    }

    /** The member, an object, or null if it is missing. */
    @Nullable
    Body object(String name) {
        Object value = members.get(name);
        return value == null ? null : of(value, name);
    }

    /** The member, a list of objects; none if it is missing. */
    List<Body> objects(String name) {
        Object value = members.get(name);
        return value == null ? List.of() : list(value, name);
    }

    /** The member, a list of texts; none if it is missing. */
    List<String> texts(String name) {
        Object value = members.get(name);
        List<String> texts = new ArrayList<>();
        for (Object element : value == null ? List.of() : elements(value, name)) {
            if (!(element instanceof String text)) {
                throw Problem.badRequest(name + " has to be a list of strings");
            }
            texts.add(text);
        }
        return texts;
    }

    private static List<Body> list(@Nullable Object value, String name) {
        List<Body> bodies = new ArrayList<>();
        for (Object element : elements(value, name)) {
            bodies.add(of(element, "each element of " + name));
        }
        return bodies;
    }

    private static Body of(@Nullable Object value, String name) {
        Map<String, @Nullable Object> members = Json.asObject(value);
        if (members == null) {
            throw Problem.badRequest(name + " has to be an object");
        }
        return new Body(members);
    }

    private static List<?> elements(@Nullable Object value, String name) {
        if (!(value instanceof List<?> list)) {
            throw Problem.badRequest(name + " has to be a list");
        }
        return list;
    }
}
