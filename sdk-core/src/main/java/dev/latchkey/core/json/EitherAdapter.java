package dev.latchkey.core.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A value of one of two shapes. */
final class EitherAdapter<T> extends JsonAdapter<T> {
    private final LenientAdapter<T> first;
    private final JsonAdapter<T> second;

    EitherAdapter(JsonAdapter<T> first, JsonAdapter<T> second) {
        this.first = new LenientAdapter<>(first);
        this.second = Objects.requireNonNull(second, "second");
    }

    @Override
    public @Nullable T fromJson(JsonReader reader) throws IOException {
        T value = first.readAhead(reader);
        if (value == null) {
            return second.fromJson(reader);
        }
        Tokens.skipValue(reader);
        return value;
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable T value) throws IOException {
        first.toJson(writer, value);
    }

    @Override
    public String toString() {
        return "JsonAdapter(" + first + " or " + second + ")";
    }
}
