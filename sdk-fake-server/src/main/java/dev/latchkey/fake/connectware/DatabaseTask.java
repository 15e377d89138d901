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
        return now.isBefore(end);
    }
}
