package dev.latchkey.core.internal.session;

/**
 * Bounds the renewals of tokens that have not expired: three, then one in ten seconds. An endpoint that refuses every
 * token would otherwise rotate the session for ever. Not thread-safe; guarded by the engine's lock.
 */
final class ForcedRenewals {
    static final int BURST = 3;
    static final long REFILL_NANOS = 10_000_000_000L;

    private int left = BURST;
    private long refilledAt;
    private boolean started;

    boolean tryTake(long now) {
        refill(now);
        if (left == 0) {
            return false;
        }
        left--;
        return true;
    }

    /** The renewal helped, so it was due. */
    void giveBack() {
        left = Math.min(BURST, left + 1);
    }

    private void refill(long now) {
        if (!started) {
            started = true;
            refilledAt = now;
        }
        long periods = (now - refilledAt) / REFILL_NANOS;
        if (periods > 0) {
            left = (int) Math.min(BURST, left + periods);
            refilledAt += periods * REFILL_NANOS;
        }
    }
}
