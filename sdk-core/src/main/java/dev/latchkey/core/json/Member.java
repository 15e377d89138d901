package dev.latchkey.core.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonReader.Token;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One member of a record: its name on the wire, how its value is read and written, and the accessor that returns it. Made
 * by a {@link RecordShape}; its value in a document is read with {@link MemberValues#get}.
 *
 * @param <R> the record
 * @param <T> the type of the record's component
 */
public final class Member<R, T extends @Nullable Object> {
    private final String name;
    private final JsonAdapter<Object> adapter;
    private final @Nullable ScalarAdapter<Object> scalar;
    private final Function<R, ? extends @Nullable Object> accessor;
    private final boolean required;
    private final @Nullable Object absent;
    private final List<String> names = new ArrayList<>();
    private final int position;
    private boolean writtenAsNull;

    @SuppressWarnings("unchecked") // the shape's methods tie the adapter's type to the accessor's
    Member(
            int position,
            String name,
            JsonAdapter<?> adapter,
            boolean required,
            @Nullable Object absent,
            Function<R, ? extends @Nullable Object> accessor) {
        this.position = position;
        this.name = Objects.requireNonNull(name, "name");
        this.adapter = (JsonAdapter<Object>) Objects.requireNonNull(adapter, name);
        this.scalar = adapter instanceof ScalarAdapter ? (ScalarAdapter<Object>) adapter : null;
        this.required = required;
        this.absent = absent;
        this.accessor = Objects.requireNonNull(accessor, name);
        names.add(name);
    }

    /**
     * Accepts a second spelling of the name when reading. Of two members that are both in a document, the last one counts.
     *
     * @param spelling another name that servers use on the wire
     * @return this member
     */
    public Member<R, T> alias(String spelling) {
        names.add(Objects.requireNonNull(spelling, "spelling"));
        return this;
    }

    /**
     * Writes {@code null} where the record has none, instead of leaving the member out.
     *
     * @return this member
     */
    public Member<R, T> writtenAsNull() {
        writtenAsNull = true;
        return this;
    }

    String name() {
        return name;
    }

    List<String> names() {
        return names;
    }

    int position() {
        return position;
    }

    @Nullable
    Object read(JsonReader reader, Token found) throws IOException {
        if (found == Token.NULL) {
            return reader.nextNull();
        }
        return scalar == null ? adapter.fromJson(reader) : scalar.read(reader, found);
    }

    @Nullable
    Object valueIfAbsent() {
        if (required) {
            throw new JsonDecodingException("required, but missing or null").within("." + name);
        }
        return absent;
    }

    void write(JsonWriter writer, R owner) throws IOException {
        Object value = accessor.apply(owner);
        if (value != null) {
            writer.name(name);
            adapter.toJson(writer, value);
        } else if (required) {
            throw new NullPointerException(name);
        } else if (writtenAsNull) {
            writeNull(writer);
        }
    }

    private void writeNull(JsonWriter writer) throws IOException {
        boolean nulls = writer.getSerializeNulls();
        writer.setSerializeNulls(true);
        writer.name(name).nullValue();
        writer.setSerializeNulls(nulls);
    }
}
