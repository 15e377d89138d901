package dev.latchkey.core.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads points in time. */
final class Instants {
    private static final int LONGEST = 64;

    private Instants() {}

    /** Reads a date and time with zone, as ISO-8601 writes it; up to nine digits of a second's fraction. */
    static @Nullable Instant parse(String text) {
        if (text.length() > LONGEST) {
            return null;
        }
        try {
            return toInstant(OffsetDateTime.parse(text));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Reads what {@link #parse} does, also without zone (UTC), without time, or with a space before the time. */
    static @Nullable Instant parseRelaxed(String text) {
        Instant exact = parse(text);
        if (exact != null || text.length() > LONGEST) {
            return exact;
        }
        try {
            return toInstant(
                    Relaxed.FORMAT.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Instant toInstant(TemporalAccessor parsed) {
        if (parsed instanceof OffsetDateTime zoned) {
            // In UTC, as it is written again, it must not be beyond the last year that there is.
            return zoned.withOffsetSameInstant(ZoneOffset.UTC).toInstant();
        }
        if (parsed instanceof LocalDateTime local) {
            return local.toInstant(ZoneOffset.UTC);
        }
        return ((LocalDate) parsed).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    /** Made when it is first needed. */
    private static final class Relaxed {
        static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .append(DateTimeFormatter.ISO_LOCAL_DATE)
                .optionalStart()
                .appendPattern("['T'][' ']")
                .append(DateTimeFormatter.ISO_LOCAL_TIME)
                .appendPattern("[XXX][XX][X]")
                .toFormatter(Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);
    }
}
