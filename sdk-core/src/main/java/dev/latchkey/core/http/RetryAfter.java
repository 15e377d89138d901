package dev.latchkey.core.http;

import dev.latchkey.core.TimeSource;
import java.time.Duration;
import java.time.Instant;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Reads {@code Retry-After}: seconds, or a date, which is compared with the server's time if the answer tells it. */
final class RetryAfter {
    private static final Duration LONGEST = Duration.ofDays(36_500);
    private static final int MAX_DIGITS = 9;

    private RetryAfter() {}

    static @Nullable Duration of(Response response, TimeSource time) {
        String value = response.header("Retry-After");
        if (value == null || value.trim().isEmpty()) {
            return null;
        }
        String text = value.trim();
        if (text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return text.length() > MAX_DIGITS ? LONGEST : Duration.ofSeconds(Long.parseLong(text));
        }
        Instant until = response.headers().getInstant("Retry-After");
        if (until == null) {
            return null;
        }
        Instant sent = ServerTime.of(response);
        Duration wait = Duration.between(sent != null ? sent : time.now(), until);
        return wait.isNegative() ? Duration.ZERO : wait;
    }
}
