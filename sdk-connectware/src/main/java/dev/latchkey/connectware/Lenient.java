package dev.latchkey.connectware;

import com.squareup.moshi.JsonAdapter;
import dev.latchkey.core.json.Json;
import dev.latchkey.core.json.JsonCodec;
import dev.latchkey.core.json.JsonDecodingException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The API prints one value in several shapes, and dates in no stated format. */
final class Lenient {
    /** A string, or what the server writes in its place. */
    static final JsonAdapter<String> TEXT = Json.STRING_LENIENT;

    /** A boolean, also as a string. */
    static final JsonAdapter<Boolean> FLAG = Json.BOOLEAN_LENIENT;

    /** An integer, also as a string. */
    static final JsonAdapter<Integer> NUMBER = Json.INT_LENIENT;

    private Lenient() {}

    /** ISO-8601 in its variants, or milliseconds since 1970; empty if the text is neither. */
    static Optional<Instant> instant(@Nullable String text) {
        return read(Json.INSTANT_LENIENT, text);
    }

    /** Yes or no, in the words or the digits for it; empty if the text is neither. */
    static Optional<Boolean> flag(@Nullable String text) {
        return read(FLAG, text);
    }

    private static <T> Optional<T> read(JsonAdapter<T> adapter, @Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(JsonCodec.decode(
                    adapter, JsonCodec.encode(Json.STRING, text).utf8()));
        } catch (JsonDecodingException e) {
            return Optional.empty();
        }
    }
}
