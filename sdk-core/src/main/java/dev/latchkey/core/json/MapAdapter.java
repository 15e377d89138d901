package dev.latchkey.core.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonEncodingException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.EOFException;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An object whose member names are data, as an immutable map in the order of the document. */
final class MapAdapter<K, V> extends JsonAdapter<Map<K, V>> implements ReadInPlace {
    private final Function<String, K> key;
    private final JsonAdapter<V> value;

    MapAdapter(Function<String, K> key, JsonAdapter<V> value) {
        this.key = Objects.requireNonNull(key, "key");
        this.value = Objects.requireNonNull(value, "value");
    }

    @Override
    public Map<K, V> fromJson(JsonReader reader) throws IOException {
        Tokens.beginObject(reader);
        if (!reader.hasNext()) {
            reader.endObject();
            return Map.of();
        }
        try {
            return entries(reader);
        } catch (JsonDecodingException e) {
            throw Tokens.left(reader, e);
        }
    }

    private Map<K, V> entries(JsonReader reader) throws IOException {
        Map<K, V> entries = new LinkedHashMap<>();
        while (reader.hasNext()) {
            Elements.count(reader, 1);
            readEntry(reader, entries);
        }
        reader.endObject();
        return Collections.unmodifiableMap(entries);
    }

    private void readEntry(JsonReader reader, Map<K, V> entries) throws IOException {
        try {
            K name = Objects.requireNonNull(key.apply(reader.nextName()), "key");
            V read = value.fromJson(reader);
            if (read == null) {
                entries.remove(name); // the last one of two entries counts, also if it is left out
            } else {
                entries.put(name, read);
            }
        } catch (RuntimeException | JsonEncodingException | EOFException e) {
            throw JsonDecodingException.replacing(e).within(".*");
        }
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable Map<K, V> map) throws IOException {
        writer.beginObject();
        for (Map.Entry<K, V> entry : Objects.requireNonNull(map, "map").entrySet()) {
            writer.name(WholeText.of(writer, entry.getKey().toString()));
            value.toJson(writer, Objects.requireNonNull(entry.getValue(), "value"));
        }
        writer.endObject();
    }

    @Override
    public String toString() {
        return "JsonAdapter(map of " + value + ")";
    }
}
