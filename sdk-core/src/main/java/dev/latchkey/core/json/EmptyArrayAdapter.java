package dev.latchkey.core.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonReader.Token;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A map that is an empty array when it is empty. */
final class EmptyArrayAdapter<K, V> extends JsonAdapter<Map<K, V>> implements ReadInPlace {
    private final JsonAdapter<Map<K, V>> map;

    EmptyArrayAdapter(JsonAdapter<Map<K, V>> map) {
        this.map = Objects.requireNonNull(map, "map");
    }

    @Override
    public @Nullable Map<K, V> fromJson(JsonReader reader) throws IOException {
        if (reader.peek() != Token.BEGIN_ARRAY) {
            return map.fromJson(reader);
        }
        Tokens.beginArray(reader);
        if (reader.hasNext()) {
            throw Tokens.left(
                    reader,
                    new JsonDecodingException("expected an object or an empty array, found an array with elements"));
        }
        reader.endArray();
        return Map.of();
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable Map<K, V> value) throws IOException {
        map.toJson(writer, value);
    }

    @Override
    public String toString() {
        return map.toString();
    }
}
