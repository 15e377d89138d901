package dev.latchkey.core.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonReader.Token;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A value that is a string at one time and something else at another. */
final class StringOrAdapter<T> extends JsonAdapter<T> implements ReadInPlace {
    private final JsonAdapter<T> string;
    private final JsonAdapter<T> other;

    StringOrAdapter(JsonAdapter<T> string, JsonAdapter<T> other) {
        this.string = Objects.requireNonNull(string, "string");
        this.other = Objects.requireNonNull(other, "other");
    }

    @Override
    public @Nullable T fromJson(JsonReader reader) throws IOException {
        return (reader.peek() == Token.STRING ? string : other).fromJson(reader);
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable T value) throws IOException {
        string.toJson(writer, value);
    }

    @Override
    public String toString() {
        return "JsonAdapter(" + string + " or " + other + ")";
    }
}
