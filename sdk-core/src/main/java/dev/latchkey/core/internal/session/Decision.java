package dev.latchkey.core.internal.session;

import java.util.Optional;

/** What one who asks the session for something is told. */
sealed interface Decision {

    /** This token. */
    record Send(Authorization authorization) implements Decision {}

    /**
     * Wait for the outcome of this work.
     *
     * @param forced whether it was begun for this caller though the token had not expired
     */
    record Join(Work work, boolean forced) implements Decision {}

    /**
     * There is no token; if a next try is named, the caller may wait for it instead.
     *
     * @param failure why
     * @param nextTry when it is due
     */
    record Fail(SessionFailure failure, Optional<NextTry> nextTry) implements Decision {}

    /** Nothing more can be done: what the caller has is the answer. */
    record GiveUp() implements Decision {}

    /**
     * A pause that ends soon enough to be waited out.
     *
     * @param nanos until the next try is due
     * @param pause which one that is
     */
    record NextTry(long nanos, long pause) {}

    static Decision join(Work work) {
        return new Join(work, false);
    }

    static Decision fail(SessionFailure failure) {
        return new Fail(failure, Optional.empty());
    }
}
