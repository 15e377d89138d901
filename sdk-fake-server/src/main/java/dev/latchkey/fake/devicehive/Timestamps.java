package dev.latchkey.fake.devicehive;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates as the server writes and reads them. */
final class Timestamps {
    private static final Pattern MILLISECONDS = Pattern.compile("-?\\d{1,18}");
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSS", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter READ = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendLiteral('T')
            .appendPattern("HH:mm:ss")
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HH:MM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HHMM", "Z")
            .optionalEnd()
            .optionalEnd()
            .toFormatter(Locale.ROOT);

    private Timestamps() {}

    static String write(Instant instant) {
        return WRITTEN.format(instant);
    }

    /**
     * Reads a date with or without a time, a fraction and an offset, or milliseconds; without an offset it is UTC. An empty
     * text is no date.
     *
     * @throws DateTimeException if it is none of these
     */
    static @Nullable Instant read(String text) {
        if (text.isEmpty()) {
            return null;
        }
        if (MILLISECONDS.matcher(text).matches()) {
            return Instant.ofEpochMilli(Long.parseLong(text));
        }
        TemporalAccessor parsed = READ.parseBest(text, Instant::from, LocalDateTime::from, LocalDate::from);
        if (parsed instanceof Instant instant) {
            return instant;
        }
        return parsed instanceof LocalDateTime local
                ? local.toInstant(ZoneOffset.UTC)
                : LocalDate.from(parsed).atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
