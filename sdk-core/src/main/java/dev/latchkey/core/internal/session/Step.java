package dev.latchkey.core.internal.session;

import org.jspecify.annotations.Nullable;

/**
 * What a call that needs a token does next: send one, join a flight, wait for the next try, fail, or (with none of these)
 * take the refusal as the answer.
 *
 * @param authorization to be sent
 * @param flight to be joined
 * @param trouble to fail with, or to be waited out
 * @param forced whether the flight was started for this call though the token had not expired
 * @param pause nanoseconds until the next try is due, 0 if there is nothing to wait for
 * @param pauseNumber which pause that is
 */
record Step(
        @Nullable Authorization authorization,
        @Nullable Flight flight,
        @Nullable Trouble trouble,
        boolean forced,
        long pause,
        long pauseNumber) {

    static final Step GIVE_UP = new Step(null, null, null, false, 0, 0);

    boolean isGiveUp() {
        return authorization == null && flight == null && trouble == null;
    }

    static Step send(Authorization authorization) {
        return new Step(authorization, null, null, false, 0, 0);
    }

    static Step join(Flight flight) {
        return new Step(null, flight, null, false, 0, 0);
    }

    static Step force(Flight flight) {
        return new Step(null, flight, null, true, 0, 0);
    }

    static Step fail(Trouble trouble) {
        return new Step(null, null, trouble, false, 0, 0);
    }

    /** The next try is due so soon that the caller waits for it. */
    static Step pause(Trouble trouble, long nanos, long number) {
        return new Step(null, null, trouble, false, nanos, number);
    }
}
