package dev.latchkey.core.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every request of a client carries.
 *
 * @param headers set on the builder
 * @param application what {@code User-Agent} names first, or null
 */
record Carried(List<ClientHeader> headers, @Nullable String application) {

    /** Null if the builder has a header of that name. */
    @Nullable
    String userAgent() {
        return headers.stream().anyMatch(header -> header.name().equalsIgnoreCase(UserAgent.HEADER))
                ? null
                : UserAgent.of(application);
    }

    /** The headers may be secrets. */
    @Override
    public String toString() {
        return "Carried";
    }
}
