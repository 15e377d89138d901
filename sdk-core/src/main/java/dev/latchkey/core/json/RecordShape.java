package dev.latchkey.core.json;

import com.squareup.moshi.JsonAdapter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Declares the members of a record, in the order in which they are written. See {@link RecordAdapter} for how it is used.
 *
 * <p>In every form a {@code null} in the document counts as a missing member.
 *
 * @param <R> the record
 */
public final class RecordShape<R> {
    private final List<Member<R, ?>> members = new ArrayList<>();

    RecordShape() {}

    /**
     * Declares a member without which the record cannot be read.
     *
     * @param name the name on the wire
     * @param adapter reads and writes the value
     * @param accessor the record's accessor
     * @param <T> the type of the component
     * @return the member
     */
    public <T> Member<R, T> required(String name, JsonAdapter<T> adapter, Function<R, T> accessor) {
        return add(new Member<>(members.size(), name, adapter, true, null, accessor));
    }

    /**
     * Declares a member that may be missing: it is null then, and is not written.
     *
     * @param name the name on the wire
     * @param adapter reads and writes the value
     * @param accessor the record's accessor
     * @param <T> the type of the component
     * @return the member
     */
    public <T> Member<R, @Nullable T> optional(
            String name, JsonAdapter<T> adapter, Function<R, ? extends @Nullable T> accessor) {
        return add(new Member<>(members.size(), name, adapter, false, null, accessor));
    }

    /**
     * Declares a member that has a default.
     *
     * @param name the name on the wire
     * @param adapter reads and writes the value
     * @param absent the value if the member is missing
     * @param accessor the record's accessor
     * @param <T> the type of the component
     * @return the member
     */
    public <T> Member<R, T> orElse(String name, JsonAdapter<T> adapter, T absent, Function<R, T> accessor) {
        Objects.requireNonNull(absent, name);
        return add(new Member<>(members.size(), name, adapter, false, absent, accessor));
    }

    /**
     * Declares an array; a missing one is an empty list.
     *
     * @param name the name on the wire
     * @param element reads and writes one element; one that it reads as null is left out
     * @param accessor the record's accessor
     * @param <T> the type of an element
     * @return the member
     */
    public <T> Member<R, List<T>> list(String name, JsonAdapter<T> element, Function<R, List<T>> accessor) {
        return orElse(name, Json.listOf(element), List.of(), accessor);
    }

    /**
     * Declares an object whose names are data; a missing one is an empty map.
     *
     * @param name the name on the wire
     * @param adapter reads and writes the map, such as {@link Json#mapOf(JsonAdapter)}
     * @param accessor the record's accessor
     * @param <K> the type of a key
     * @param <V> the type of a value
     * @return the member
     */
    public <K, V> Member<R, Map<K, V>> map(
            String name, JsonAdapter<Map<K, V>> adapter, Function<R, Map<K, V>> accessor) {
        return orElse(name, adapter, Map.of(), accessor);
    }

    List<Member<R, ?>> members() {
        return members;
    }

    private <T extends @Nullable Object> Member<R, T> add(Member<R, T> member) {
        members.add(member);
        return member;
    }
}
