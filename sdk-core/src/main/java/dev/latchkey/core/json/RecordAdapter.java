package dev.latchkey.core.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonEncodingException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonReader.Token;
import com.squareup.moshi.JsonWriter;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes a record as a JSON object, without reflection.
 *
 * <p>Each member is declared once, and the compiler checks the constructor call:
 *
 * <pre>{@code
 * record PermissionNode(String id, @Nullable String label, List<PermissionNode> children) {
 *     static final JsonAdapter<PermissionNode> JSON = RecordAdapter.of("PermissionNode", r -> {
 *         var id = r.required("id", Json.STRING, PermissionNode::id);
 *         var label = r.optional("label", Json.STRING, PermissionNode::label);
 *         var children = r.list("children", Json.lazy(() -> PermissionNode.JSON), PermissionNode::children);
 *         return in -> new PermissionNode(in.get(id), in.get(label), in.get(children));
 *     });
 * }
 * }</pre>
 *
 * <p>Reading: members that are not declared are skipped; of two members with one name the last one counts; a member of the
 * wrong type is a {@link JsonDecodingException}, as is a constructor that refuses its values. Writing: members come in the
 * order in which they are declared, and those that are null are left out.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param <R> the record
 */
public final class RecordAdapter<R> extends JsonAdapter<R> {
    private final String name;
    private final List<Member<R, ?>> members;
    private final List<Member<R, ?>> memberOfName;
    private final JsonReader.Options names;
    private final Function<MemberValues<R>, R> constructor;

    private RecordAdapter(String name, List<Member<R, ?>> members, Function<MemberValues<R>, R> constructor) {
        this.name = name;
        this.members = List.copyOf(members);
        this.constructor = constructor;
        Map<String, Member<R, ?>> byName = new LinkedHashMap<>();
        for (Member<R, ?> member : members) {
            for (String each : member.names()) {
                if (byName.put(each, member) != null) {
                    throw new IllegalArgumentException(name + " declares " + each + " twice");
                }
            }
        }
        this.memberOfName = new ArrayList<>(byName.values());
        this.names = JsonReader.Options.of(byName.keySet().toArray(new String[0]));
    }

    /**
     * Makes the adapter of a record.
     *
     * @param name the record's name, for error messages
     * @param shape declares the members, and returns how a record is made of their values
     * @param <R> the record
     * @return the adapter
     * @throws IllegalArgumentException if a name is declared twice
     */
    public static <R> RecordAdapter<R> of(String name, Function<RecordShape<R>, Function<MemberValues<R>, R>> shape) {
        RecordShape<R> declared = new RecordShape<>();
        Function<MemberValues<R>, R> constructor = shape.apply(declared);
        return new RecordAdapter<>(Objects.requireNonNull(name, "name"), declared.members(), constructor);
    }

    @Override
    public R fromJson(JsonReader reader) throws IOException {
        Tokens.beginObject(reader);
        @Nullable Object[] values = new @Nullable Object[members.size()];
        try {
            while (reader.hasNext()) {
                readMember(reader, values);
            }
        } catch (JsonDecodingException e) {
            throw Tokens.left(reader, e);
        }
        reader.endObject();
        return create(values);
    }

    /** Reads what it can of a document that may be broken; fails only if a required member was not reached. */
    R salvage(JsonReader reader) throws IOException {
        Tokens.beginObject(reader);
        @Nullable Object[] values = new @Nullable Object[members.size()];
        Member<R, ?> unended = null;
        try {
            while (reader.hasNext()) {
                unended = null;
                unended = readMember(reader, values);
            }
            return create(values);
        } catch (JsonDecodingException e) {
            if (!e.isBroken()) {
                throw e;
            }
            return createOrThrow(values, e);
        } catch (IOException e) {
            if (unended != null) {
                values[unended.position()] = null; // the document may end in the middle of this number
            }
            return createOrThrow(values, e);
        }
    }

    private <E extends Exception> R createOrThrow(@Nullable Object[] values, E broken) throws E {
        try {
            return create(values);
        } catch (JsonDecodingException incomplete) {
            throw broken;
        }
    }

    /** Reads a name and its value; returns the member if its value is a number, whose end only the next token shows. */
    private @Nullable Member<R, ?> readMember(JsonReader reader, @Nullable Object[] values) throws IOException {
        int index = reader.selectName(names);
        Member<R, ?> member = index < 0 ? null : memberOfName.get(index);
        try {
            if (member == null) {
                reader.skipName();
                Tokens.skipValue(reader);
                return null;
            }
            Token found = reader.peek();
            values[member.position()] = member.read(reader, found);
            return found == Token.NUMBER ? member : null;
        } catch (RuntimeException | JsonEncodingException | EOFException e) {
            throw JsonDecodingException.replacing(e).within(member == null ? ".*" : "." + member.name());
        }
    }

    private R create(@Nullable Object[] values) {
        for (int position = 0; position < values.length; position++) {
            if (values[position] == null) {
                values[position] = members.get(position).valueIfAbsent();
            }
        }
        try {
            return constructor.apply(new MemberValues<>(values));
        } catch (RuntimeException e) {
            throw JsonDecodingException.refusing(e);
        }
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable R value) throws IOException {
        Objects.requireNonNull(value, name);
        writer.beginObject();
        for (Member<R, ?> member : members) {
            member.write(writer, value);
        }
        writer.endObject();
    }

    /** Returns the record's name. */
    @Override
    public String toString() {
        return "RecordAdapter(" + name + ")";
    }
}
