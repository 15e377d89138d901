package dev.latchkey.fake.connectware;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A backup or a restore.
 *
 * @param end when it is over
 * @param failure why it fails then, or null
 */
record DatabaseTask(
        String id, Instant start, Instant end, @Nullable String failure) {
    boolean isRunning(Instant now) {
        // A fake's clock may be set back behind the start.
        return !now.isBefore(start) && now.isBefore(end);
    }
}
