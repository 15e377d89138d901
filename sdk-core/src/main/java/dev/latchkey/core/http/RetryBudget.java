package dev.latchkey.core.http;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Keeps an outage from doubling the load. There are ten retries to begin with; each call adds a tenth of one, up to a
 * hundred; each second adds one, up to the first ten; and a retry that helped is given back. Free of locks: while nothing
 * fails, a call reads one number.
 */
final class RetryBudget {
    private static final int PER_RETRY = 10;
    private static final int START = 10 * PER_RETRY;
    private static final int MAX = 100 * PER_RETRY;
    private static final long REFILL_NANOS = 1_000_000_000L;

    private final LongSupplier nanoTime;
    private final AtomicInteger tenths = new AtomicInteger(START);
    private final AtomicLong refilledAt;

    RetryBudget(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.refilledAt = new AtomicLong(nanoTime.getAsLong());
    }

    /** A call begins. Where two begin at once, one tenth may be lost: that is cheaper than to try again. */
    void called() {
        int now = tenths.get();
        if (now < MAX) {
            boolean unused = tenths.compareAndSet(now, now + 1);
        }
    }

    boolean tryTake() {
        refill();
        int now = tenths.get();
        while (now >= PER_RETRY) {
            if (tenths.compareAndSet(now, now - PER_RETRY)) {
                return true;
            }
            now = tenths.get();
        }
        return false;
    }

    /** The retry that was taken last has helped. */
    void giveBack() {
        add(PER_RETRY, MAX);
    }

    private void refill() {
        long last = refilledAt.get();
        long retries = (nanoTime.getAsLong() - last) / REFILL_NANOS;
        if (retries > 0 && refilledAt.compareAndSet(last, last + retries * REFILL_NANOS)) {
            add((int) Math.min(retries * PER_RETRY, START), START);
        }
    }

    private void add(int more, int upTo) {
        tenths.getAndUpdate(now -> now >= upTo ? now : Math.min(upTo, now + more));
    }
}
