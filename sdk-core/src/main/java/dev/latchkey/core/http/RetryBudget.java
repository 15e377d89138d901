package dev.latchkey.core.http;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Keeps retries to a tenth of the calls, so that an outage does not double the load. Ten may come before the first success,
 * and at most a hundred are saved up.
 */
final class RetryBudget {
    private static final int PER_RETRY = 10;
    private static final int START = 10 * PER_RETRY;
    private static final int MAX = 100 * PER_RETRY;

    private final AtomicInteger tenths = new AtomicInteger(START);

    void called() {
        int now = tenths.get();
        while (now < MAX && !tenths.compareAndSet(now, now + 1)) {
            now = tenths.get();
        }
    }

    boolean tryTake() {
        int now = tenths.get();
        while (now >= PER_RETRY) {
            if (tenths.compareAndSet(now, now - PER_RETRY)) {
                return true;
            }
            now = tenths.get();
        }
        return false;
    }
}
