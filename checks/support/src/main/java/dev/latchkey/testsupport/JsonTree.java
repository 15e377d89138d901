package dev.latchkey.testsupport;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * JSON as maps, lists, strings, booleans, null and numbers, in a form that {@code equals} compares: {@code 1}, {@code 1L}
 * and {@code 1.0} are the same number, and the order of an object's members does not count.
 */
public final class JsonTree {
    private JsonTree() {}

    /**
     * Reads a document.
     *
     * @param document JSON text
     * @return the tree
     */
    public static @Nullable Object parse(String document) {
        try {
            JsonReader reader = JsonReader.of(new Buffer().writeUtf8(document));
            Object tree = read(reader);
            if (reader.peek() != JsonReader.Token.END_DOCUMENT) {
                throw new IllegalArgumentException("more than one value");
            }
            return tree;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Brings a tree that was made by hand into the form of {@link #parse}.
     *
     * @param tree maps, collections, strings, booleans, numbers and null
     * @return the same tree, comparable
     */
    public static @Nullable Object of(@Nullable Object tree) {
        if (tree instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> members = new LinkedHashMap<>();
            map.forEach((name, value) -> members.put(String.valueOf(name), of(value)));
            return members;
        }
        if (tree instanceof Collection<?> elements) {
            return new ArrayList<>(elements.stream().map(JsonTree::of).toList());
        }
        if (tree instanceof Number number) {
            return number(number.toString());
        }
        return tree;
    }

    /**
     * An object of which absent members are left out, as in a document.
     *
     * @param namesAndValues names and values in turn
     * @return the object in the given order
     */
    public static Map<String, Object> object(@Nullable Object... namesAndValues) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            if (value != null) {
                members.put(String.valueOf(namesAndValues[i]), value);
            }
        }
        return members;
    }

    /**
     * Writes a tree.
     *
     * @param tree what {@link #parse} or {@link #of} returned
     * @return JSON text
     */
    public static String write(@Nullable Object tree) {
        Buffer document = new Buffer();
        try {
            JsonWriter writer = JsonWriter.of(document);
            writer.setSerializeNulls(true);
            writer.jsonValue(tree);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return document.readUtf8();
    }

    private static @Nullable Object read(JsonReader reader) throws IOException {
        return switch (reader.peek()) {
            case BEGIN_OBJECT -> readObject(reader);
            case BEGIN_ARRAY -> readArray(reader);
            case NUMBER -> number(reader.nextString());
            case BOOLEAN -> reader.nextBoolean();
            case NULL -> reader.nextNull();
            default -> reader.nextString();
        };
    }

    private static Object readObject(JsonReader reader) throws IOException {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        reader.beginObject();
        while (reader.hasNext()) {
            members.put(reader.nextName(), read(reader));
        }
        reader.endObject();
        return members;
    }

    private static Object readArray(JsonReader reader) throws IOException {
        List<@Nullable Object> elements = new ArrayList<>();
        reader.beginArray();
        while (reader.hasNext()) {
            elements.add(read(reader));
        }
        reader.endArray();
        return elements;
    }

    private static BigDecimal number(String text) {
        BigDecimal number = new BigDecimal(text);
        BigDecimal shortest = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest; // 30000, not 3E+4
    }
}
