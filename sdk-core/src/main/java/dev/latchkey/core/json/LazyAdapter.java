package dev.latchkey.core.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An adapter that is not made yet when it is named. */
final class LazyAdapter<T> extends JsonAdapter<T> implements ReadInPlace {
    private final Supplier<JsonAdapter<T>> adapter;

    LazyAdapter(Supplier<JsonAdapter<T>> adapter) {
        this.adapter = Objects.requireNonNull(adapter, "adapter");
    }

    @Override
    public @Nullable T fromJson(JsonReader reader) throws IOException {
        return adapter.get().fromJson(reader);
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable T value) throws IOException {
        adapter.get().toJson(writer, value);
    }

    @Override
    public String toString() {
        return "JsonAdapter(lazy)";
    }
}
