package dev.latchkey.core.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonReader.Token;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.Objects;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** A value as JSON text, with each number as it was: what is read here can be written back without loss. */
final class RawJson extends JsonAdapter<String> {

    @Override
    public @Nullable String fromJson(JsonReader reader) throws IOException {
        if (reader.peek() == Token.NULL) {
            return reader.nextNull();
        }
        Buffer text = new Buffer();
        copy(reader, JsonWriter.of(text));
        return text.readUtf8();
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable String text) throws IOException {
        copy(JsonReader.of(new Buffer().writeUtf8(Objects.requireNonNull(text, "text"))), writer);
    }

    private static void copy(JsonReader from, JsonWriter to) throws IOException {
        switch (from.peek()) {
            case BEGIN_OBJECT -> copyObject(from, to);
            case BEGIN_ARRAY -> copyArray(from, to);
            case STRING -> to.value(WholeText.of(to, from.nextString()));
            case NUMBER -> to.value(new Literal(from.nextString()));
            case BOOLEAN -> to.value(from.nextBoolean());
            case NULL -> to.jsonValue(from.<Object>nextNull());
            default -> throw Tokens.mismatch("a value", from.peek());
        }
    }

    private static void copyObject(JsonReader from, JsonWriter to) throws IOException {
        boolean serializesNulls = to.getSerializeNulls();
        to.setSerializeNulls(true);
        Tokens.beginObject(from);
        to.beginObject();
        while (from.hasNext()) {
            to.name(WholeText.of(to, from.nextName()));
            copy(from, to);
        }
        from.endObject();
        to.endObject();
        to.setSerializeNulls(serializesNulls);
    }

    private static void copyArray(JsonReader from, JsonWriter to) throws IOException {
        Tokens.beginArray(from);
        to.beginArray();
        while (from.hasNext()) {
            copy(from, to);
        }
        from.endArray();
        to.endArray();
    }

    @Override
    public String toString() {
        return "JsonAdapter(any value)";
    }

    /** A number as it was written, which the writer takes as it is: to understand a long one would take quadratic time. */
    private static final class Literal extends Number {
        private static final long serialVersionUID = 1L;

        private final String text;

        Literal(String text) {
            this.text = text;
        }

        @Override
        public int intValue() {
            return (int) doubleValue();
        }

        @Override
        public long longValue() {
            return (long) doubleValue();
        }

        @Override
        public float floatValue() {
            return (float) doubleValue();
        }

        @Override
        public double doubleValue() {
            return Double.parseDouble(text);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
