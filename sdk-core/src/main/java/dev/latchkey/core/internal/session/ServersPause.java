package dev.latchkey.core.internal.session;

import dev.latchkey.core.RateLimitedException;
import dev.latchkey.core.RenewalFailedException;
import dev.latchkey.core.ServerErrorException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The {@code Retry-After} of a token endpoint. */
final class ServersPause {
    /** A server that asks for more is mistaken, or its clock is. */
    static final Duration LONGEST = Duration.ofHours(1);

    private ServersPause() {}

    /** What a failure asks for, within the limit; null if it does not say. */
    static @Nullable Duration in(Throwable failure) {
        Duration asked = null;
        if (failure instanceof RateLimitedException limited) {
            asked = limited.retryAfter().orElse(null);
        } else if (failure instanceof ServerErrorException down) {
            asked = down.retryAfter().orElse(null);
        } else if (failure instanceof RenewalFailedException notYet) {
            asked = notYet.retryAfter().orElse(null);
        }
        return asked == null || asked.compareTo(LONGEST) <= 0 ? asked : LONGEST;
    }
}
