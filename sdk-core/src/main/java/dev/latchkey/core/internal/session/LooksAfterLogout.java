package dev.latchkey.core.internal.session;

/**
 * How often calls of a session that was logged out look into its store for a login elsewhere. Not thread-safe; guarded by the
 * lock of the flights.
 */
final class LooksAfterLogout {
    static final long BETWEEN_NANOS = 1_000_000_000L;

    private boolean looked;
    private long lookedAt;

    boolean isDue(long now) {
        if (looked && now - lookedAt < BETWEEN_NANOS) {
            return false;
        }
        looked = true;
        lookedAt = now;
        return true;
    }
}
