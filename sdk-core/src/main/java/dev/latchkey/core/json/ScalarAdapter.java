package dev.latchkey.core.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonReader.Token;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A value without members or elements. */
final class ScalarAdapter<T> extends JsonAdapter<T> implements ReadInPlace {
    private final String expected;
    private final boolean isText;
    private final Read<T> read;
    private final Write<T> write;

    ScalarAdapter(String expected, Read<T> read, Write<T> write) {
        this(expected, false, read, write);
    }

    private ScalarAdapter(String expected, boolean isText, Read<T> read, Write<T> write) {
        this.expected = expected;
        this.isText = isText;
        this.read = read;
        this.write = write;
    }

    /**
     * Text. A string is taken as it is, without a call through a function that the compiler cannot see through: most values of
     * most documents are strings.
     *
     * @param other reads what is no string
     */
    static ScalarAdapter<String> ofText(String expected, Read<String> other) {
        return new ScalarAdapter<>(expected, true, other, (writer, text) -> writer.value(WholeText.of(writer, text)));
    }

    @Override
    public T fromJson(JsonReader reader) throws IOException {
        return read(reader, reader.peek());
    }

    /** Reads a value for those who know already with what it begins: most of a document's values are read here. */
    @SuppressWarnings("unchecked") // what is text is made by ofText
    T read(JsonReader reader, Token found) throws IOException {
        if (isText && found == Token.STRING) {
            return (T) reader.nextString();
        }
        T value = read.from(reader, found);
        if (value == null) {
            throw Tokens.mismatch(expected, found);
        }
        return value;
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable T value) throws IOException {
        write.to(writer, Objects.requireNonNull(value, expected));
    }

    @Override
    public String toString() {
        return "JsonAdapter(" + expected + ")";
    }

    /** Reads a value that begins with the given token; null says that it is not one of ours. */
    @FunctionalInterface
    interface Read<T> {
        @Nullable
        T from(JsonReader reader, Token found) throws IOException;
    }

    @FunctionalInterface
    interface Write<T> {
        void to(JsonWriter writer, T value) throws IOException;
    }
}
