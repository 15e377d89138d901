package dev.latchkey.scenarios.faults;

import dev.latchkey.core.CallTimeoutException;
import dev.latchkey.core.TransportException;
import java.time.Duration;

/** Why no connection comes about. */
enum Outage {
    REFUSED,
    UNANSWERED,
    UNKNOWN_HOST;

    /** Nothing but the limit of the call ends one that nobody answers in time. */
    Effect effect() {
        return this == UNANSWERED ? Effect.silence() : Effect.unreachable();
    }

    Duration limit() {
        return this == UNANSWERED ? Cell.SHORT : Cell.AMPLE;
    }

    /** What a call ends with that it never passes. */
    Class<?> failure() {
        return this == UNANSWERED ? CallTimeoutException.class : TransportException.class;
    }
}
