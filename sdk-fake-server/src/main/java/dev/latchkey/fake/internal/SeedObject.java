package dev.latchkey.fake.internal;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object written by a person. What is missing, of the wrong type or misspelt is an
 * {@link IllegalArgumentException} that names the place and quotes no value.
 */
public final class SeedObject {
    private final String place;
    private final Map<String, @Nullable Object> members;
    private final Set<String> read = new HashSet<>();

    private SeedObject(String place, Map<String, @Nullable Object> members) {
        this.place = place;
        this.members = members;
    }

    /** Reads the text of a whole document. */
    public static SeedObject parse(String place, String text) {
        Object json;
        try {
            json = Json.parse(text);
        } catch (Json.BadJson e) {
            throw new IllegalArgumentException(place + ": " + e.getMessage(), e);
        }
        return of(place, json);
    }

    private static SeedObject of(String place, @Nullable Object json) {
        Map<String, @Nullable Object> members = Json.asObject(json);
        if (members == null) {
            throw new IllegalArgumentException(place + " has to be a JSON object");
        }
        return new SeedObject(place, members);
    }

    /** The member, an object; empty if it is missing. */
    public SeedObject object(String name) {
        Object value = take(name);
        return of(place(name), value == null ? Map.of() : value);
    }

    /** The member, an object, or null if it is missing. */
    public @Nullable SeedObject optionalObject(String name) {
        Object value = take(name);
        return value == null ? null : of(place(name), value);
    }

    /** The names of the members, in order, where these are data. */
    public List<String> names() {
        return List.copyOf(members.keySet());
    }

    /** The member, an object that has to be there. */
    public SeedObject part(String name) {
        if (!members.containsKey(name)) {
            throw new IllegalArgumentException(place + " has no member '" + name + "'");
        }
        return object(name);
    }

    /** The elements of the member, a list of objects; none if it is missing. */
    public List<SeedObject> objects(String name) {
        List<SeedObject> objects = new ArrayList<>();
        List<?> elements = list(name);
        for (int i = 0; elements != null && i < elements.size(); i++) {
            objects.add(of(place(name) + "[" + i + "]", elements.get(i)));
        }
        return objects;
    }

    /** The member, a list of texts, or null if it is missing. */
    public @Nullable List<String> texts(String name) {
        List<?> elements = list(name);
        if (elements == null) {
            return null;
        }
        List<String> texts = new ArrayList<>();
        for (Object element : elements) {
            if (!(element instanceof String text)) {
                throw wrong(name, "a list of texts");
            }
            texts.add(text);
        }
        return texts;
    }

    /** The member, a list of whole numbers, or null if it is missing. */
    public long @Nullable [] integers(String name) {
        List<?> elements = list(name);
        if (elements == null) {
            return null;
        }
        long[] numbers = new long[elements.size()];
        for (int i = 0; i < numbers.length; i++) {
            if (!(elements.get(i) instanceof Long number)) {
                throw wrong(name, "a list of whole numbers");
            }
            numbers[i] = number;
        }
        return numbers;
    }

    /** The member, one of these texts, or the first of them if it is missing. */
    public String choice(String name, String first, String... others) {
        String text = optionalText(name);
        if (text == null || text.equals(first) || List.of(others).contains(text)) {
            return text == null ? first : text;
        }
        throw wrong(name, "one of " + first + ", " + String.join(", ", others));
    }

    /** The member, a text that is not blank. */
    public String text(String name) {
        String text = optionalText(name);
        if (text == null || text.isBlank()) {
            throw wrong(name, "a text that is not blank");
        }
        return text;
    }

    /** The member, a text, or null if it is missing. */
    public @Nullable String optionalText(String name) {
        Object value = take(name);
        if (value != null && !(value instanceof String)) {
            throw wrong(name, "a text");
        }
        return (String) value;
    }

    /** The member, a whole number. */
    public int integer(String name) {
        Integer value = optionalInteger(name);
        if (value == null) {
            throw wrong(name, "a whole number");
        }
        return value;
    }

    /** The member, a whole number, or this one if it is missing. */
    public int integer(String name, int otherwise) {
        Integer value = optionalInteger(name);
        return value == null ? otherwise : value;
    }

    /** The member, a whole number of 64 bits, or null if it is missing. */
    public @Nullable Long optionalLong(String name) {
        Object value = take(name);
        if (value != null && !(value instanceof Long)) {
            throw wrong(name, "a whole number");
        }
        return (Long) value;
    }

    /** The member, a whole number of 64 bits. */
    public long longInteger(String name) {
        Long value = optionalLong(name);
        if (value == null) {
            throw wrong(name, "a whole number");
        }
        return value;
    }

    /** The member, a whole number, or null if it is missing. */
    public @Nullable Integer optionalInteger(String name) {
        Object value = take(name);
        if (value == null) {
            return null;
        }
        if (!(value instanceof Long number) || number < Integer.MIN_VALUE || number > Integer.MAX_VALUE) {
            throw wrong(name, "a whole number");
        }
        return number.intValue();
    }

    /** The member, true or false, or this if it is missing. */
    public boolean bool(String name, boolean otherwise) {
        Boolean value = optionalBool(name);
        return value == null ? otherwise : value;
    }

    /** The member, true or false, or null if it is missing. */
    public @Nullable Boolean optionalBool(String name) {
        Object value = take(name);
        if (value != null && !(value instanceof Boolean)) {
            throw wrong(name, "true or false");
        }
        return (Boolean) value;
    }

    /** The member, a number of seconds that may have a fraction, or this if it is missing. */
    public @Nullable Duration seconds(String name, @Nullable Duration otherwise) {
        Object value = take(name);
        if (value == null) {
            return otherwise;
        }
        if (!(value instanceof Number number) || number.doubleValue() < 0 || number.doubleValue() > 1e11) {
            throw wrong(name, "a number of seconds, 0 or more");
        }
        return Duration.ofNanos(
                new BigDecimal(number.toString()).movePointRight(9).longValue());
    }

    /** Refuses the members that nobody has asked for: they are misspelt. */
    public void refuseOthers() {
        Set<String> others = new TreeSet<>(members.keySet());
        others.removeAll(read);
        if (!others.isEmpty()) {
            throw new IllegalArgumentException(
                    place + " has no member '" + others.iterator().next() + "'; known are " + new TreeSet<>(read));
        }
    }

    private @Nullable List<?> list(String name) {
        Object value = take(name);
        if (value != null && !(value instanceof List)) {
            throw wrong(name, "a list");
        }
        return (List<?>) value;
    }

    private @Nullable Object take(String name) {
        read.add(name);
        return members.get(name);
    }

    private String place(String name) {
        return place + "." + name;
    }

    private IllegalArgumentException wrong(String name, String expected) {
        String present = members.containsKey(name) ? " has to be " : " is missing; it has to be ";
        return new IllegalArgumentException(place(name) + present + expected);
    }
}
