package dev.latchkey.core.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonReader.Token;
import com.squareup.moshi.JsonWriter;
import dev.latchkey.core.OpenEnum;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A string that usually is one of a few: those are found by their bytes, and no text is made of them. */
final class OpenEnumAdapter<E extends OpenEnum> extends JsonAdapter<E> implements ReadInPlace {
    private final Function<String, E> of;
    private final List<E> constants;
    private final JsonReader.Options values;

    OpenEnumAdapter(Function<String, E> of, List<E> constants) {
        this.of = Objects.requireNonNull(of, "of");
        this.constants = List.copyOf(constants);
        this.values =
                JsonReader.Options.of(constants.stream().map(OpenEnum::value).toArray(String[]::new));
    }

    @Override
    public E fromJson(JsonReader reader) throws IOException {
        Token found = reader.peek();
        if (found != Token.STRING) {
            throw Tokens.mismatch("a string", found);
        }
        int index = reader.selectString(values);
        if (index >= 0) {
            return constants.get(index);
        }
        String value = reader.nextString();
        try {
            return of.apply(value);
        } catch (RuntimeException e) {
            throw JsonDecodingException.replacing(e);
        }
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable E value) throws IOException {
        writer.value(WholeText.of(writer, Objects.requireNonNull(value, "value").value()));
    }

    @Override
    public String toString() {
        return "JsonAdapter(a string)";
    }
}
