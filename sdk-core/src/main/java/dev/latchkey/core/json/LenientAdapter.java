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

/**
 * Reads a value that may be of any shape. Our own adapters read an object or array where it is, once, however deep lenient
 * values are nested. Others read a copy, so that the stream is behind the value in any case.
 */
final class LenientAdapter<T> extends JsonAdapter<T> implements ReadInPlace {
    private final JsonAdapter<T> adapter;
    private final boolean inPlace;

    LenientAdapter(JsonAdapter<T> adapter) {
        this.adapter = Objects.requireNonNull(adapter, "adapter");
        this.inPlace = adapter instanceof RecordAdapter || adapter instanceof ReadInPlace;
    }

    @Override
    public @Nullable T fromJson(JsonReader reader) throws IOException {
        Token found = reader.peek();
        if (found == Token.NULL) {
            return reader.nextNull();
        }
        if (found == Token.BEGIN_OBJECT || found == Token.BEGIN_ARRAY) {
            return inPlace ? readInPlace(reader) : tryRead(new GuardedSource(takeValue(reader)).reader());
        }
        T value = tryRead(reader.peekJson());
        Tokens.skipValue(reader);
        return value;
    }

    private @Nullable T readInPlace(JsonReader reader) throws IOException {
        try {
            return adapter.fromJson(reader);
        } catch (JsonDecodingException e) {
            if (e.isBroken()) {
                throw e;
            }
            if (e.isUntouched()) {
                Tokens.skipValue(reader);
            }
            return null;
        }
    }

    /** Not a second {@code peekJson}: all that was buffered by the first would have to be searched from its start. */
    private static Buffer takeValue(JsonReader reader) throws IOException {
        Buffer value = new Buffer();
        try (BufferedSource rest = reader.nextSource()) {
            rest.readAll(value);
        }
        Tokens.skipValue(new GuardedSource(value.copy()).reader()); // it took malformed and deeply nested values too
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
