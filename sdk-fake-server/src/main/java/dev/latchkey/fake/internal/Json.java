package dev.latchkey.fake.internal;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * JSON as maps, lists, strings, booleans, null and numbers. Whole numbers stay whole ({@link Long}, else
 * {@link BigDecimal}) and members keep their order, so that an answer says exactly what the fake meant.
 */
public final class Json {
    private Json() {}

    /**
     * Reads one JSON document.
     *
     * @throws BadJson if the text is no JSON document; the message names the place and quotes nothing
     */
    public static @Nullable Object parse(String text) {
        JsonReader reader = JsonReader.of(new Buffer().writeUtf8(text));
        try {
            Object value = read(reader);
            if (reader.peek() != JsonReader.Token.END_DOCUMENT) {
                throw new BadJson("text after the end of the document");
            }
            return value;
        } catch (EOFException e) {
            throw new BadJson("the text ends too early, at " + reader.getPath());
        } catch (IOException | JsonDataException e) {
            throw new BadJson("no JSON at " + reader.getPath());
        }
    }

    /** Writes a value on one line. */
    public static String text(@Nullable Object value) {
        return text(value, "");
    }

    /** Writes a value with this indentation. */
    public static String text(@Nullable Object value, String indent) {
        Buffer buffer = new Buffer();
        try (JsonWriter writer = JsonWriter.of(buffer)) {
            writer.setIndent(indent);
            writer.setSerializeNulls(true);
            write(writer, value);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return buffer.readUtf8();
    }

    /** An ordered object of alternating names and values. */
    public static Map<String, @Nullable Object> object(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return object;
    }

    /** The value as an object, or null if it is none. */
    @SuppressWarnings("unchecked")
    public static @Nullable Map<String, @Nullable Object> asObject(@Nullable Object value) {
        return value instanceof Map ? (Map<String, @Nullable Object>) value : null;
    }

    private static @Nullable Object read(JsonReader reader) throws IOException {
        return switch (reader.peek()) {
            case BEGIN_OBJECT -> readObject(reader);
            case BEGIN_ARRAY -> readArray(reader);
            case STRING -> reader.nextString();
            case NUMBER -> number(reader.nextString());
            case BOOLEAN -> reader.nextBoolean();
            case NULL -> reader.nextNull();
            default -> throw new BadJson("no value at " + reader.getPath());
        };
    }

    private static Map<String, @Nullable Object> readObject(JsonReader reader) throws IOException {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        reader.beginObject();
        while (reader.hasNext()) {
            object.put(reader.nextName(), read(reader));
        }
        reader.endObject();
        return object;
    }

    private static List<@Nullable Object> readArray(JsonReader reader) throws IOException {
        List<@Nullable Object> array = new ArrayList<>();
        reader.beginArray();
        while (reader.hasNext()) {
            array.add(read(reader));
        }
        reader.endArray();
        return array;
    }

    private static Number number(String literal) {
        try {
            return Long.valueOf(literal);
        } catch (NumberFormatException e) {
            return new BigDecimal(literal);
        }
    }

    private static void write(JsonWriter writer, @Nullable Object value) throws IOException {
        if (value instanceof Map<?, ?> object) {
            writer.beginObject();
            for (Map.Entry<?, ?> member : object.entrySet()) {
                writer.name(String.valueOf(member.getKey()));
                write(writer, member.getValue());
            }
            writer.endObject();
        } else if (value instanceof Iterable<?> array) {
            writer.beginArray();
            for (Object element : array) {
                write(writer, element);
            }
            writer.endArray();
        } else if (value instanceof Number number) {
            writer.value(number);
        } else if (value instanceof Boolean bool) {
            writer.value(bool);
        } else {
            writer.value(value == null ? null : value.toString());
        }
    }

    /** The text is not the JSON that was wanted. */
    public static final class BadJson extends IllegalArgumentException {
        private static final long serialVersionUID = 1;

        BadJson(String message) {
            super(message);
        }
    }
}
