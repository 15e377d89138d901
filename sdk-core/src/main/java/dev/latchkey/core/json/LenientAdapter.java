package dev.latchkey.core.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonReader.Token;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.Objects;
import okio.Buffer;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** Reads a value that may be of any shape from a copy, so that the stream is behind the value in any case. */
final class LenientAdapter<T> extends JsonAdapter<T> {
    private final JsonAdapter<T> adapter;

    LenientAdapter(JsonAdapter<T> adapter) {
        this.adapter = Objects.requireNonNull(adapter, "adapter");
    }

    @Override
    public @Nullable T fromJson(JsonReader reader) throws IOException {
        Token found = reader.peek();
        if (found == Token.NULL) {
            return reader.nextNull();
        }
        if (found == Token.BEGIN_OBJECT || found == Token.BEGIN_ARRAY) {
            return tryRead(GuardedSource.reader(takeValue(reader)));
        }
        T value = tryRead(reader.peekJson());
        Tokens.skipValue(reader);
        return value;
    }

    /** Not a second {@code peekJson}: all that was buffered by the first would have to be searched from its start. */
    private static Buffer takeValue(JsonReader reader) throws IOException {
        Buffer value = new Buffer();
        try (BufferedSource rest = reader.nextSource()) {
            rest.readAll(value);
        }
        Tokens.skipValue(GuardedSource.reader(value.copy())); // it took malformed and deeply nested values too
        return value;
    }

    private @Nullable T tryRead(JsonReader copy) throws IOException {
        try {
            return adapter.fromJson(copy);
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
