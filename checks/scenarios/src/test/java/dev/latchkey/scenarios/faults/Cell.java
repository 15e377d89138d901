package dev.latchkey.scenarios.faults;

import dev.latchkey.core.CallTimeoutException;
import dev.latchkey.core.TransportException;
import java.time.Duration;
import java.util.Set;

/**
 * What is to become of one operation under one fault.
 *
 * @param outcomes the classes that it may end with, {@link Value} for a value
 * @param requests how many requests it may send at most
 */
record Cell(Set<Class<?>> outcomes, int requests) {
    static final int ATTEMPTS = 3;

    /** How often a request is sent again at once in all. */
    static final int AT_ONCE = 3;

    /** Long enough for every call that is answered, on however busy a machine. */
    static final Duration AMPLE = Duration.ofSeconds(30);

    /** Too short for what is not answered at all. */
    static final Duration SHORT = Duration.ofMillis(250);

    /** For the call: short only where nothing else can end it. */
    Duration limit() {
        return outcomes.contains(CallTimeoutException.class) ? SHORT : AMPLE;
    }

    /** One request, whose outcome is one of these. */
    static Cell once(Class<?>... outcomes) {
        return new Cell(Set.of(outcomes), 1);
    }

    /** As {@link #repeated}; a request that meets the end of a kept connection is sent again at once, beside the attempts. */
    static Cell broken(Hits hits, Class<?> afterOne) {
        return hits.passes() ? new Cell(Set.of(afterOne), 2) : new Cell(Set.of(TransportException.class), ATTEMPTS + 1);
    }

    /** One failure is got over; if every attempt fails, the last failure is the outcome. */
    static Cell repeated(Hits hits, Class<?> afterOne, Class<?> afterAll) {
        return hits.passes() ? new Cell(Set.of(afterOne), 2) : new Cell(Set.of(afterAll), ATTEMPTS);
    }
}
