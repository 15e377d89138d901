package dev.latchkey.benchmarks.raw;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What hand-written adapters have in common: they read, and a null or a missing member is null. */
abstract class HandWritten<T> extends JsonAdapter<T> {
    @Override
    public final void toJson(JsonWriter writer, @Nullable T value) {
        throw new UnsupportedOperationException("answers are only read");
    }

    static @Nullable String text(JsonReader reader) throws IOException {
        return reader.peek() == JsonReader.Token.NULL ? reader.<String>nextNull() : reader.nextString();
    }

    static @Nullable Boolean flag(JsonReader reader) throws IOException {
        return reader.peek() == JsonReader.Token.NULL ? reader.<Boolean>nextNull() : (Boolean) reader.nextBoolean();
    }

    static @Nullable Integer number(JsonReader reader) throws IOException {
        return reader.peek() == JsonReader.Token.NULL ? reader.<Integer>nextNull() : (Integer) reader.nextInt();
    }

    static <E> @Nullable List<E> list(JsonReader reader, HandWritten<E> element) throws IOException {
        if (reader.peek() == JsonReader.Token.NULL) {
            return reader.nextNull();
        }
        List<E> elements = new ArrayList<>();
        reader.beginArray();
        while (reader.hasNext()) {
            E read = element.fromJson(reader);
            if (read != null) {
                elements.add(read);
            }
        }
        reader.endArray();
        return elements;
    }

    static void skip(JsonReader reader) throws IOException {
        reader.skipName();
        reader.skipValue();
    }
}
