package dev.latchkey.tokenstore.jdbc;

import java.time.Duration;

/**
 * How long a row has been without a sign of life, counted by who looks at it, on his own monotonic clock. Between two looks
 * counts only as much as they are usually apart: a database that was away, or a watcher that stood still, is no evidence.
 *
 * @param row as it was seen last
 * @param lookedAt when that look was over
 * @param silence since the row was first seen so
 */
record Watch(Row row, long lookedAt, Duration silence) {
    private static final Duration LONGEST_STEP = Duration.ofSeconds(1);

    static Watch first(Row row, long lookedAt) {
        return new Watch(row, lookedAt, Duration.ZERO);
    }

    /** After another look, that began and ended then. */
    Watch next(Row seen, long began, long ended) {
        if (seen.revision() != row.revision() || seen.pulse() != row.pulse()) {
            return first(seen, ended);
        }
        Duration step = Duration.ofNanos(Math.max(0, began - lookedAt));
        return new Watch(seen, ended, silence.plus(step.compareTo(LONGEST_STEP) < 0 ? step : LONGEST_STEP));
    }
}
