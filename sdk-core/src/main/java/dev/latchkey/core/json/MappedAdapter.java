package dev.latchkey.core.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A value that is made of another one. */
final class MappedAdapter<W, T> extends JsonAdapter<T> implements ReadInPlace {
    private final JsonAdapter<W> wire;
    private final Function<W, T> read;
    private final Function<T, W> write;

    MappedAdapter(JsonAdapter<W> wire, Function<W, T> read, Function<T, W> write) {
        this.wire = Objects.requireNonNull(wire, "wire");
        this.read = Objects.requireNonNull(read, "read");
        this.write = Objects.requireNonNull(write, "write");
    }

    @Override
    public @Nullable T fromJson(JsonReader reader) throws IOException {
        W found = wire.fromJson(reader);
        if (found == null) {
            return null;
        }
        try {
            return read.apply(found);
        } catch (RuntimeException e) {
            throw JsonDecodingException.refusing(e);
        }
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable T value) throws IOException {
        wire.toJson(writer, write.apply(Objects.requireNonNull(value, "value")));
    }

    @Override
    public String toString() {
        return wire.toString();
    }
}
