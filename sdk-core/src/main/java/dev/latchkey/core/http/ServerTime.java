package dev.latchkey.core.http;

import java.time.Instant;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** When a server answered, by its own clock: the {@code Date}, unless a cache has kept the answer for a while. */
final class ServerTime {
    private ServerTime() {}

    static @Nullable Instant of(Response response) {
        return response.header("Age") != null ? null : response.headers().getInstant("Date");
    }
}
