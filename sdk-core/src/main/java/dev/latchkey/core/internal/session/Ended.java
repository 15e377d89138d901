package dev.latchkey.core.internal.session;

import org.jspecify.annotations.Nullable;

/**
 * What a logout or a close has put an end to.
 *
 * @param before the session's state until then
 * @param underway the flight that the session does not wait for any more
 * @param changed false if the session had ended before
 */
record Ended(Snapshot before, @Nullable Flight underway, boolean changed) {

    static Ended before(Snapshot current) {
        return new Ended(current, null, false);
    }

    /** Those who wait for the flight underway wait no longer. Not under a lock: it runs what follows on their outcome. */
    void abandon(Trouble why) {
        if (underway != null) {
            underway.abandon(why);
        }
    }
}
