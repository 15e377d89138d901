package dev.latchkey.scenarios.faults;

import dev.latchkey.core.ApiException;
import dev.latchkey.fake.FakeClock;
import java.time.Duration;

/** How often something is tried that has to succeed. */
record Persistence(int attempts) {
    /** Of a client's own making. */
    private static final Duration LONGER_THAN_A_PAUSE = Duration.ofMinutes(1);

    /** A token endpoint's {@code Retry-After} counts for an hour at most. */
    private static final Duration LONGER_THAN_ANY_PAUSE = Duration.ofMinutes(61);

    /** Once, unless the client has so little time that a busy machine may fail it. */
    static Persistence of(FaultCase fault) {
        return new Persistence(fault.keepsWaiting() ? 40 : 1);
    }

    void until(FakeClock clock, Runnable success) {
        for (int attempt = 1; ; attempt++) {
            clock.advance(attempts == 1 ? LONGER_THAN_ANY_PAUSE : LONGER_THAN_A_PAUSE);
            try {
                success.run();
                return;
            } catch (ApiException e) {
                if (attempt == attempts) {
                    throw e;
                }
            }
        }
    }
}
