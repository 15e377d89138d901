package dev.latchkey.core.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonReader.Token;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads a value that may be of any shape: ahead of the stream, which then steps over it in any case. */
final class LenientAdapter<T> extends JsonAdapter<T> {
    private final JsonAdapter<T> adapter;

    LenientAdapter(JsonAdapter<T> adapter) {
        this.adapter = Objects.requireNonNull(adapter, "adapter");
    }

    @Override
    public @Nullable T fromJson(JsonReader reader) throws IOException {
        if (reader.peek() == Token.NULL) {
            return reader.nextNull();
        }
        T value = readAhead(reader);
        Tokens.skipValue(reader);
        return value;
    }

    @Nullable
    T readAhead(JsonReader reader) throws IOException {
        try (JsonReader ahead = reader.peekJson()) {
            return adapter.fromJson(ahead);
        } catch (RuntimeException e) {
            return null;
        }
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable T value) throws IOException {
        adapter.toJson(writer, Objects.requireNonNull(value, "value"));
    }

    @Override
    public String toString() {
        return "JsonAdapter(lenient " + adapter + ")";
    }
}
