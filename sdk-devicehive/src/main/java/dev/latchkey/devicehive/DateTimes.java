package dev.latchkey.devicehive;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.json.Json;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Points in time as the server has them: UTC without a zone, milliseconds; read in every form that servers write. */
final class DateTimes extends JsonAdapter<Instant> {
    static final JsonAdapter<Instant> JSON = new DateTimes();

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final Instant YEAR_10000 =
            Instant.parse("9999-12-31T23:59:59.999Z").plusMillis(1);

    private DateTimes() {}

    @Override
    public @Nullable Instant fromJson(JsonReader reader) throws IOException {
        return Json.INSTANT_LENIENT.fromJson(reader);
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable Instant instant) throws IOException {
        writer.value(FORMAT.format(Objects.requireNonNull(instant, "instant")));
    }

    /** Refuses what the format cannot say. */
    static Instant require(String name, @Nullable Instant instant) {
        if (instant == null || instant.isBefore(Instant.EPOCH) || !instant.isBefore(YEAR_10000)) {
            throw new InvalidInputException("The " + name + " must be a time from 1970 to 9999.");
        }
        return instant;
    }
}
