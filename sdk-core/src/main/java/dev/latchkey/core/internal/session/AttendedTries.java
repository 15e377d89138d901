package dev.latchkey.core.internal.session;

/**
 * When the next try is due while somebody waits for a token: a second after the last one failed, for two minutes, then less
 * and less often. Not thread-safe; guarded by the engine's lock.
 */
final class AttendedTries {
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
