package dev.latchkey.tokenstore.jdbc;

import java.time.Duration;
import java.time.Instant;

/**
 * How long a row has been without a sign of life, counted by who looks at it, on his own monotonic clock. Between two looks
 * counts only as much as they are usually apart: a database that was away, or a watcher that stood still, is no evidence.
 *
 * @param row as it was seen last
 * @param lookedAt when that look was over
 * @param silence since the row was first seen so
 * @param sender who was in the section when its refresh token was first seen to be sent
 * @param unanswered without a sign of life of the sender's, whoever has come and gone since
 */
record Watch(Row row, long lookedAt, Duration silence, String sender, Duration unanswered) {
    private static final Duration LONGEST_STEP = Duration.ofSeconds(1);

    static Watch first(Row row, long lookedAt) {
        return new Watch(row, lookedAt, Duration.ZERO, row.holder(), Duration.ZERO);
    }

    /** After another look, that began and ended then. */
    Watch next(Row seen, long began, long ended) {
        Duration passed = Duration.ofNanos(Math.max(0, began - lookedAt));
        Duration step = passed.compareTo(LONGEST_STEP) < 0 ? passed : LONGEST_STEP;
        boolean same = seen.revision() == row.revision() && seen.pulse() == row.pulse();
        if (same) {
            return new Watch(seen, ended, silence.plus(step), sender, unanswered.plus(step));
        }
        Instant sentAt = seen.unansweredSince();
        boolean onlyVisited = sentAt != null
                && sentAt.equals(row.unansweredSince())
                && !seen.holder().equals(sender);
        return onlyVisited ? new Watch(seen, ended, Duration.ZERO, sender, unanswered.plus(step)) : first(seen, ended);
    }
}
