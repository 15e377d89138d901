package dev.latchkey.core.internal.session;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The pause after a failed renewal, in which callers share its failure instead of each making their own. In the background
 * it grows with each failure in a row; callers who wait for a token have {@link AttendedTries} instead, and what the server
 * asks for holds for both. Not thread-safe; guarded by the engine's lock.
 */
final class RenewalPause {
    static final long SHORTEST_NANOS = 500_000_000L;
    static final long LONGEST_NANOS = 30_000_000_000L;

    private final AttendedTries tries = new AttendedTries();
    private int failures;
    private long number;
    private long until;
    private long length;
    private long attendedUntil;
    private long attendedLength;
    private @Nullable SessionFailure failure;

    /** What a renewal in the background is held back by, or null if it may be tried. */
    @Nullable
    SessionFailure current(long now) {
        return isWithin(until, length, now) ? failure : null;
    }

    /**
     * The same for a caller who needs a token: what failed in the background, only lacked a person, or the store, is tried
     * again at once for him.
     *
     * @param patience of the caller; he waits as well after a failure that he has met himself
     */
    @Nullable
    SessionFailure currentAttended(long now, Patience patience) {
        boolean waitedOut = patience.hasWaitedOut(number);
        boolean held = isWithin(attendedUntil, attendedLength, now) && !waitedOut;
        return held && (failure == null || holdsArrivals() || patience.hasFailed()) ? failure : null;
    }

    /** Nanoseconds until a caller may try. */
    long leftAttended(long now) {
        return attendedUntil - now;
    }

    /** Of the last failure. */
    long number() {
        return number;
    }

    /** Nanoseconds until a token is asked for again by itself; negative if nothing fails. */
    long nanosToNextTry(boolean background, long now) {
        return failure == null ? -1 : Math.max(0, (background ? until : attendedUntil) - now);
    }

    long until() {
        return until;
    }

    /**
     * A renewal failed.
     *
     * @param background whether nobody waited for it
     * @param startedAt when it was begun
     * @param jitter 0 to 1
     */
    void begin(SessionFailure why, boolean background, long startedAt, long now, double jitter) {
        long growing = Math.min(LONGEST_NANOS, SHORTEST_NANOS << Math.min(failures, 16));
        failures++;
        number++;
        failure = why;
        Duration asked = why.retryAfter();
        long servers = asked == null ? 0 : asked.toNanos() + (long) (jitter * SHORTEST_NANOS);
        length = Math.max(servers, (long) (growing * (0.5 + jitter / 2)));
        until = now + length;
        attendedLength = Math.max(servers, attended(why, background, startedAt, now, jitter));
        attendedUntil = now + attendedLength;
    }

    private long attended(SessionFailure why, boolean background, long startedAt, long now, double jitter) {
        if (background && (why.isWorthWaiting() || why.kind() == SessionFailure.Kind.MFA_REQUIRED)) {
            return 0;
        }
        return why.isWorthWaiting() ? tries.failed(startedAt, now, jitter) : length;
    }

    void end() {
        failures = 0;
        number++;
        failure = null;
        tries.end();
    }

    private boolean holdsArrivals() {
        return failure != null && failure.kind() != SessionFailure.Kind.STORE_AWAY;
    }

    /** A monotonic clock that went back must not make the pause longer than it was. */
    private static boolean isWithin(long end, long length, long now) {
        long left = end - now;
        return left > 0 && left <= length;
    }

    /**
     * When the next try is due while somebody waits for a token: a second after the last one failed, for two minutes, then less
     * and less often.
     */
    static final class AttendedTries {
        static final long APART_NANOS = 1_000_000_000L;
        static final long LONGEST_NANOS = 10_000_000_000L;
        static final long EAGER_NANOS = 120_000_000_000L;
        private static final double GROWTH = 1.5;
        private static final double JITTER = 0.3;

        private boolean failing;
        private long since;
        private long due;
        private double apart = APART_NANOS;

        /**
         * A try failed.
         *
         * @param startedAt when it was begun
         * @param now when it failed
         * @param jitter 0 to 1
         * @return the pause until the next one
         */
        long failed(long startedAt, long now, double jitter) {
            // Nobody tried when it was due, so nobody waited: whoever waits now begins anew.
            boolean anew = !failing || startedAt - due > LONGEST_NANOS;
            if (anew) {
                failing = true;
                since = startedAt;
            }
            if (anew || now - since < EAGER_NANOS) {
                apart = APART_NANOS;
            } else {
                apart = Math.min(LONGEST_NANOS, apart * GROWTH);
            }
            long pause = (long) (apart * (1 - JITTER + 2 * JITTER * jitter));
            due = now + pause;
            return pause;
        }

        void end() {
            failing = false;
        }
    }
}
