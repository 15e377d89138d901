package dev.latchkey.fake.controlbyweb;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Dates as the server writes them, with microseconds. */
final class Dates {
    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private Dates() {}

    static String text(Instant instant) {
        return MICROSECONDS.format(instant);
    }
}
