package dev.latchkey.core.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader.Token;
import com.squareup.moshi.JsonWriter;
import dev.latchkey.core.OpenEnum;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Adapters for the values that records are made of. All are immutable and safe for use by many threads.
 *
 * <p>Those whose name ends in {@code _LENIENT} accept more than one spelling of a value, since servers are not consistent;
 * they write the usual one. A value that fits none of them is still a {@link JsonDecodingException}; only {@link #lenient}
 * takes anything. None but that reads {@code null}: it is the record that says what a missing value means.
 */
public final class Json {
    /** A string. */
    public static final JsonAdapter<String> STRING = ScalarAdapter.ofText("a string", (in, found) -> null);

    /** A string; also a number or a boolean, as the text that it was written with. */
    public static final JsonAdapter<String> STRING_LENIENT =
            ScalarAdapter.ofText("a string, number or boolean", (in, found) -> switch (found) {
                case NUMBER -> in.nextString();
                case BOOLEAN -> String.valueOf(in.nextBoolean());
                default -> null;
            });

    /** {@code true} or {@code false}. */
    public static final JsonAdapter<Boolean> BOOLEAN = new ScalarAdapter<>(
            "a boolean", (in, found) -> found == Token.BOOLEAN ? in.nextBoolean() : null, JsonWriter::value);

    /**
     * A boolean; also an integer, of which 0 is false and any other true, and the strings {@code "true"}, {@code "false"} (in
     * any case), {@code "0"} and {@code "1"}.
     */
    public static final JsonAdapter<Boolean> BOOLEAN_LENIENT = new ScalarAdapter<>(
            "a boolean, or an integer or string that stands for one", Scalars::nextBooleanLenient, JsonWriter::value);

    /** A number that is an integer of 32 bits; {@code 1.0} is one. */
    public static final JsonAdapter<Integer> INT = new ScalarAdapter<>(
            "an integer of 32 bits",
            (in, found) -> found == Token.NUMBER ? Numbers.nextInt(in) : null,
            JsonWriter::value);

    /** An integer of 32 bits, as a number or as a string that holds one. */
    public static final JsonAdapter<Integer> INT_LENIENT = new ScalarAdapter<>(
            "an integer of 32 bits, or a string that holds one",
            (in, found) -> Scalars.isNumeric(found) ? Numbers.toInt(in.nextString()) : null,
            JsonWriter::value);

    /** A number that is an integer of 64 bits; {@code 1.0} is one. */
    public static final JsonAdapter<Long> LONG = new ScalarAdapter<>(
            "an integer of 64 bits",
            (in, found) -> found == Token.NUMBER ? Numbers.nextLong(in) : null,
            JsonWriter::value);

    /** An integer of 64 bits, as a number or as a string that holds one. */
    public static final JsonAdapter<Long> LONG_LENIENT = new ScalarAdapter<>(
            "an integer of 64 bits, or a string that holds one",
            (in, found) -> Scalars.isNumeric(found) ? Numbers.nextLong(in) : null,
            JsonWriter::value);

    /** A number, rounded to a double; one that is too large for it is refused, as are NaN and infinity when writing. */
    public static final JsonAdapter<Double> DOUBLE = new ScalarAdapter<>(
            "a finite number", (in, found) -> found == Token.NUMBER ? Numbers.nextDouble(in) : null, JsonWriter::value);

    /**
     * A point in time as ISO-8601 text with {@code Z} or an offset, and up to nine digits of a fraction of a second, such as
     * {@code 2020-09-15T04:18:32.000000Z}. Written in UTC.
     */
    public static final JsonAdapter<Instant> INSTANT = new ScalarAdapter<>(
            "a time such as 2020-09-15T04:18:32Z",
            (in, found) -> found == Token.STRING ? Instants.parse(in.nextString()) : null,
            (out, value) -> out.value(value.toString()));

    /**
     * A point in time as {@link #INSTANT}; also without zone (UTC is meant), with a space instead of the {@code T}, with a
     * date only, or as milliseconds since 1970 in a number or a string.
     */
    public static final JsonAdapter<Instant> INSTANT_LENIENT = new ScalarAdapter<>(
            "a time as text or in milliseconds",
            Scalars::nextInstantLenient,
            (out, value) -> out.value(value.toString()));

    /** A point in time as milliseconds since 1970, in a number or a string; written as a number. */
    public static final JsonAdapter<Instant> EPOCH_MILLIS = new ScalarAdapter<>(
            "a time in milliseconds",
            (in, found) -> Scalars.isNumeric(found) ? Scalars.ofMillis(in.nextString()) : null,
            (out, value) -> out.value(value.toEpochMilli()));

    /**
     * Any value but {@code null}, as compact JSON text: for members whose content is the user's own. Numbers keep all of their
     * digits. What is written must be JSON.
     */
    public static final JsonAdapter<String> RAW = new RawJson();

    private Json() {}

    /**
     * An array as an immutable list. Elements that their adapter reads as null are left out, so {@code
     * listOf(lenient(adapter))} is the list of those elements that can be read.
     *
     * @param element reads and writes one element
     * @param <T> the type of an element
     * @return the adapter
     */
    public static <T> JsonAdapter<List<T>> listOf(JsonAdapter<T> element) {
        return new ListAdapter<>(element, false);
    }

    /**
     * An array as {@link #listOf}; also one element alone, without the array. Written as an array.
     *
     * @param element reads and writes one element; itself no array
     * @param <T> the type of an element
     * @return the adapter
     */
    public static <T> JsonAdapter<List<T>> listOrSingle(JsonAdapter<T> element) {
        return new ListAdapter<>(element, true);
    }

    /**
     * An object whose names are data, as an immutable map in the order of the document. Of two entries with one name the last
     * one counts; entries whose value is read as null are left out.
     *
     * @param value reads and writes a value
     * @param <V> the type of a value
     * @return the adapter
     */
    public static <V> JsonAdapter<Map<String, V>> mapOf(JsonAdapter<V> value) {
        return mapOf(Function.identity(), value);
    }

    /**
     * An object as {@link #mapOf(JsonAdapter)} with names of some other type, for example {@code mapOf(Long::valueOf, …)}.
     *
     * @param key makes a key of a name, and throws any {@code RuntimeException} if it is none; its {@code toString} is written
     * @param value reads and writes a value
     * @param <K> the type of a key
     * @param <V> the type of a value
     * @return the adapter
     */
    public static <K, V> JsonAdapter<Map<K, V>> mapOf(Function<String, K> key, JsonAdapter<V> value) {
        return new MapAdapter<>(key, value);
    }

    /**
     * A map for which the server writes {@code []} when it is empty, as PHP does. Written as an object.
     *
     * @param map reads and writes a map that is not empty
     * @param <K> the type of a key
     * @param <V> the type of a value
     * @return the adapter
     */
    public static <K, V> JsonAdapter<Map<K, V>> mapOrEmptyArray(JsonAdapter<Map<K, V>> map) {
        return new EmptyArrayAdapter<>(map);
    }

    /**
     * An open enum: a string of any value.
     *
     * @param of makes the enum's value of a string, such as {@code Permission::of}
     * @param <E> the enum
     * @return the adapter
     */
    public static <E extends OpenEnum> JsonAdapter<E> openEnum(Function<String, E> of) {
        return openEnum(of, List.of());
    }

    /**
     * An open enum as {@link #openEnum(Function)}, whose constants are read without making a string.
     *
     * @param of makes the enum's value of any other string, such as {@code Permission::of}
     * @param constants the usual values
     * @param <E> the enum
     * @return the adapter
     */
    public static <E extends OpenEnum> JsonAdapter<E> openEnum(Function<String, E> of, List<E> constants) {
        return new OpenEnumAdapter<>(of, constants);
    }

    /**
     * A value that is made of another one.
     *
     * @param wire reads and writes what is on the wire
     * @param read makes the value; any {@code RuntimeException} that it throws becomes a {@link JsonDecodingException}
     * @param write makes what is on the wire
     * @param <W> the type on the wire
     * @param <T> the type of the value
     * @return the adapter
     */
    public static <W, T> JsonAdapter<T> mapped(JsonAdapter<W> wire, Function<W, T> read, Function<T, W> write) {
        return new MappedAdapter<>(wire, read, write);
    }

    /**
     * A value that may be of any shape: null if the adapter cannot read it. Only a document that is malformed, nested too
     * deep or of too many elements is still an error. With an adapter that is not made here, the value is held in memory while
     * it is read. Such an adapter inside of one that is made here must read a value whole, or fail before it touches it.
     *
     * @param adapter reads and writes the value
     * @param <T> the type of the value
     * @return the adapter, whose {@code fromJson} may return null
     */
    public static <T> JsonAdapter<T> lenient(JsonAdapter<T> adapter) {
        return new LenientAdapter<>(adapter);
    }

    /**
     * A value that is a string at one time and something else at another. Written as a string.
     *
     * @param string reads and writes the string
     * @param other reads anything else
     * @param <T> the type of the value
     * @return the adapter
     */
    public static <T> JsonAdapter<T> stringOr(JsonAdapter<T> string, JsonAdapter<T> other) {
        return new StringOrAdapter<>(string, other);
    }

    /**
     * An adapter that does not exist yet, such as that of the record which is being declared.
     *
     * @param adapter returns the adapter, each time it is used
     * @param <T> the type of the value
     * @return the adapter
     */
    public static <T> JsonAdapter<T> lazy(Supplier<JsonAdapter<T>> adapter) {
        return new LazyAdapter<>(adapter);
    }
}
