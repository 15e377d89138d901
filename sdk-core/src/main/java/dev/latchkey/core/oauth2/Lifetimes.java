package dev.latchkey.core.oauth2;

import com.squareup.moshi.JsonAdapter;
import dev.latchkey.core.json.Json;
import java.time.Duration;

/**
 * The seconds of {@code expires_in}. Servers write -1 or a huge number for "never", 0 for "not known", and strings: whatever
 * is no sensible lifetime means that it is unknown, and never costs the token.
 */
final class Lifetimes {
    private static final int LONGEST_TEXT = 40;
    private static final double LONGEST_SECONDS = 10 * 365 * 86_400;

    static final JsonAdapter<Duration> JSON = Json.lenient(Json.mapped(
            Json.STRING_LENIENT, Lifetimes::parse, lifetime -> String.valueOf(lifetime.toMillis() / 1000.0)));

    private Lifetimes() {}

    private static Duration parse(String text) {
        double seconds = text.length() > LONGEST_TEXT ? Double.NaN : Double.parseDouble(text);
        if (!(seconds > 0.001 && seconds <= LONGEST_SECONDS)) {
            throw new IllegalArgumentException("no sensible lifetime");
        }
        return Duration.ofMillis((long) (seconds * 1000));
    }
}
