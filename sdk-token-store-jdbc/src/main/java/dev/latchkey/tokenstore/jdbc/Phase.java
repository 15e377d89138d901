package dev.latchkey.tokenstore.jdbc;

import org.jspecify.annotations.Nullable;

/** How far a section is, as its row tells it by this name. */
enum Phase {
    /** Nobody is in it. */
    FREE,
    /** Somebody is. */
    ENTERED,
    /** Somebody is, and the refresh token in the row may be on its way to the server. */
    SENT,
    /** Somebody was, and left without storing what the refresh token brought. */
    UNANSWERED;

    /** Of a row. What nobody knows may be anything, so that the most is assumed. */
    static Phase named(@Nullable String name) {
        for (Phase phase : values()) {
            if (phase.name().equals(name)) {
                return phase;
            }
        }
        return SENT;
    }

    /** Whether there may be an answer that is not stored yet. */
    boolean awaitsAnswer() {
        return this == SENT || this == UNANSWERED;
    }

    boolean isInside() {
        return this == ENTERED || this == SENT;
    }
}
