package dev.latchkey.core.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonEncodingException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonReader.Token;
import com.squareup.moshi.JsonWriter;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An array, or where that is allowed one element alone, as an immutable list. */
final class ListAdapter<T> extends JsonAdapter<List<T>> implements ReadInPlace {
    private static final int FEW = 2;

    private final JsonAdapter<T> element;
    private final boolean orSingle;

    ListAdapter(JsonAdapter<T> element, boolean orSingle) {
        this.element = Objects.requireNonNull(element, "element");
        this.orSingle = orSingle;
    }

    @Override
    public List<T> fromJson(JsonReader reader) throws IOException {
        Token found = reader.peek();
        if (orSingle && found != Token.BEGIN_ARRAY && found != Token.NULL) {
            T single = element.fromJson(reader);
            return single == null ? List.of() : List.of(single);
        }
        Tokens.beginArray(reader);
        try {
            return elements(reader);
        } catch (JsonDecodingException e) {
            throw Tokens.left(reader, e);
        }
    }

    private List<T> elements(JsonReader reader) throws IOException {
        @Nullable Object[] elements = new @Nullable Object[FEW];
        int count = 0;
        int counted = 0;
        for (int index = 0; reader.hasNext(); index++) {
            T read = read(reader, index);
            if (read == null) {
                continue;
            }
            if (count == elements.length) {
                Elements.count(reader, count - counted);
                counted = count;
                elements = Arrays.copyOf(elements, 2 * count);
            }
            elements[count++] = read;
        }
        Elements.count(reader, count - counted);
        reader.endArray();
        return listOf(elements, count);
    }

    /** Most lists are short, and those take no array. What {@code List.of} makes, a record's {@code List.copyOf} takes as it is. */
    @SuppressWarnings({"unchecked", "NullAway"}) // the element's adapter made them, and none is null
    private static <T> List<T> listOf(@Nullable Object[] elements, int count) {
        return switch (count) {
            case 0 -> List.of();
            case 1 -> List.of((T) elements[0]);
            case 2 -> List.of((T) elements[0], (T) elements[1]);
            default -> (List<T>) List.of(Arrays.copyOf(elements, count));
        };
    }

    private @Nullable T read(JsonReader reader, int index) throws IOException {
        try {
            return element.fromJson(reader);
        } catch (RuntimeException | JsonEncodingException | EOFException e) {
            throw JsonDecodingException.replacing(e).within("[" + index + "]");
        }
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable List<T> list) throws IOException {
        writer.beginArray();
        for (T each : Objects.requireNonNull(list, "list")) {
            element.toJson(writer, Objects.requireNonNull(each, "element"));
        }
        writer.endArray();
    }

    @Override
    public String toString() {
        return "JsonAdapter(list of " + element + ")";
    }
}
