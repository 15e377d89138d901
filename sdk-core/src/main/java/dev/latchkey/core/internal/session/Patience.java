package dev.latchkey.core.internal.session;

import dev.latchkey.core.TimeSource;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How long one caller without a token waits for further tries. It counts by the client's clock and by real time, whichever is
 * faster: a test's clock may stand still. For the caller's thread.
 */
final class Patience {
    private final TimeSource time;
    private final LongSupplier realNanos;
    private final long limit;
    private final LongSupplier callsRest;
    private boolean begun;
    private long since;
    private long realSince;
    private long waitedOut = -1;
    private @Nullable SessionFailure met;

    /**
     * A caller who has not waited yet.
     *
     * @param realNanos the monotonic clock by which threads park
     * @param limit nanoseconds from the first failure on; zero to fail with that
     * @param callsRest the rest of the caller's own limit, in nanoseconds
     */
    Patience(TimeSource time, LongSupplier realNanos, long limit, LongSupplier callsRest) {
        this.time = time;
        this.realNanos = realNanos;
        this.limit = limit;
        this.callsRest = callsRest;
    }

    /** The caller has met a failure; whether he may wait for the next try. */
    boolean outlasts(SessionFailure failure) {
        begin();
        met = failure;
        return failure.isWorthWaiting() && leftNanos() > 0;
    }

    /** Whether a caller for whom this work has failed may look again. */
    boolean mayGoOn(SessionFailure failure, Work work) {
        boolean lacksPerson =
                failure.kind() == SessionFailure.Kind.MFA_REQUIRED && work.job().isBackground();
        return lacksPerson || outlasts(failure); // With somebody waiting, the hook may ask a person.
    }

    /** The caller has met no failure since he was last given a token. */
    void helped() {
        met = null;
    }

    boolean hasFailed() {
        return met != null;
    }

    /** What he met last. */
    @Nullable
    SessionFailure met() {
        return met;
    }

    /** From here on the limit counts. */
    void begin() {
        if (!begun) {
            begun = true;
            since = time.nanoTime();
            realSince = realNanos.getAsLong();
        }
    }

    long leftNanos() {
        if (limit == 0) {
            return 0;
        }
        long passed = begun ? Math.max(time.nanoTime() - since, realNanos.getAsLong() - realSince) : 0;
        return Math.min(limit - passed, callsRest.getAsLong());
    }

    /** The caller has waited in real time for as long as a pause was, whatever the client's clock says. */
    void waitOut(long pause) {
        waitedOut = pause;
    }

    boolean hasWaitedOut(long pause) {
        return waitedOut == pause;
    }
}
