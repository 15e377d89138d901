package dev.latchkey.core.internal.session;

import org.jspecify.annotations.Nullable;

/**
 * The pause after a failed renewal, in which callers share its failure instead of each making their own. Grows with each
 * failure in a row. Not thread-safe; guarded by the engine's lock.
 */
final class RenewalPause {
    static final long SHORTEST_NANOS = 500_000_000L;
    static final long LONGEST_NANOS = 30_000_000_000L;

    private int failures;
    private long until;
    private boolean unattended;
    private @Nullable Trouble trouble;

    /** What callers fail with, or null if a renewal may be tried. */
    @Nullable
    Trouble current(long now) {
        long left = until - now;
        // A monotonic clock that went back must not make the pause longer than it was.
        return left > 0 && left <= LONGEST_NANOS ? trouble : null;
    }

    /** The same for callers who wait: what only lacked a person, or the store, may be tried again for them. */
    @Nullable
    Trouble currentAttended(long now) {
        return unattended ? null : current(now);
    }

    long until() {
        return until;
    }

    /**
     * A renewal failed.
     *
     * @param background whether nobody waited for it
     * @param jitter 0 to 1
     */
    void begin(Trouble why, boolean background, long now, double jitter) {
        long full = Math.min(LONGEST_NANOS, SHORTEST_NANOS << Math.min(failures, 16));
        failures++;
        trouble = why;
        unattended = why.kind() == Trouble.Kind.STORE_AWAY || (background && why.kind() == Trouble.Kind.MFA_REQUIRED);
        until = now + (long) (full * (0.5 + jitter / 2));
    }

    void end() {
        failures = 0;
        trouble = null;
    }
}
