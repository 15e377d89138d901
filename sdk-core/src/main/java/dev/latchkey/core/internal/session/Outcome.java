package dev.latchkey.core.internal.session;

import org.jspecify.annotations.Nullable;

/**
 * How a renewal or login ended: with tokens, or with trouble.
 *
 * @param held the tokens, null after trouble
 * @param trouble why there are none
 * @param generation of the logout found in the store, 0 if none was found
 */
record Outcome(@Nullable Held held, @Nullable Trouble trouble, long generation) {

    /** Nothing was asked for, and nothing has changed. */
    static final Outcome NOTHING_NEW = new Outcome(null, null, 0);

    static Outcome of(Held held) {
        return new Outcome(held, null, 0);
    }

    static Outcome of(Trouble trouble) {
        return new Outcome(null, trouble, 0);
    }

    static Outcome loggedOutElsewhere(long generation) {
        return new Outcome(null, Trouble.LOGGED_OUT, generation);
    }
}
