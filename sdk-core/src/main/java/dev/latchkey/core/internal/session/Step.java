package dev.latchkey.core.internal.session;

import org.jspecify.annotations.Nullable;

/**
 * What a call that needs a token does next: send one, join a flight, fail, or (with none of these) take the refusal as the
 * answer.
 *
 * @param authorization to be sent
 * @param flight to be joined
 * @param trouble to fail with
 * @param forced whether the flight was started for this call though the token had not expired
 */
record Step(
        @Nullable Authorization authorization,
        @Nullable Flight flight,
        @Nullable Trouble trouble,
        boolean forced) {

    static final Step GIVE_UP = new Step(null, null, null, false);

    boolean isGiveUp() {
        return authorization == null && flight == null && trouble == null;
    }

    static Step send(Authorization authorization) {
        return new Step(authorization, null, null, false);
    }

    static Step join(Flight flight) {
        return new Step(null, flight, null, false);
    }

    static Step force(Flight flight) {
        return new Step(null, flight, null, true);
    }

    static Step fail(Trouble trouble) {
        return new Step(null, null, trouble, false);
    }
}
