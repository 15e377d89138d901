package dev.latchkey.core.internal.session;

import dev.latchkey.core.auth.LoginNotes.Outcome;
import dev.latchkey.core.auth.LoginNotes.SentPassword;
import java.time.Duration;

/** How long after the last send a password is tried again: seldom enough for no server to lock its user. */
final class Probes {
    /** Far enough to mean never, near enough for sums with readings of the monotonic clock not to overflow. */
    static final long NEVER = Long.MAX_VALUE / 4;

    private static final int FREE_UNCERTAIN = 2;
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();
    private static final long HOUR = Duration.ofHours(1).toNanos();
    private static final int MAX_DOUBLINGS = 10;

    private final boolean ofRefused;

    /** With or without probes of refused passwords. */
    Probes(boolean ofRefused) {
        this.ofRefused = ofRefused;
    }

    /** Nanoseconds; 0 if it may be sent like any other. */
    long waitAfter(SentPassword note) {
        if (note.outcome() == Outcome.REFUSED) {
            return ofRefused ? Math.min(24 * HOUR, doubled(HOUR, note.count() - 1)) : NEVER;
        }
        return note.count() < FREE_UNCERTAIN
                ? 0
                : Math.min(30 * MINUTE, doubled(MINUTE, note.count() - FREE_UNCERTAIN));
    }

    private static long doubled(long first, int times) {
        return first << Math.min(times, MAX_DOUBLINGS);
    }
}
