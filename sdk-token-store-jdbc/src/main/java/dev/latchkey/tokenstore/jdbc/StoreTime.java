package dev.latchkey.tokenstore.jdbc;

import java.time.Duration;
import java.time.Instant;

/** How time passes for a store: its clocks, its pauses, and what it does again and again. */
interface StoreTime {

    /** As {@link System#nanoTime()}. */
    long nanoTime();

    /** The wall clock. */
    Instant now();

    /**
     * Lets time pass.
     *
     * @throws InterruptedException if the thread is interrupted before or meanwhile
     */
    void pause(Duration length) throws InterruptedException;

    /**
     * Repeats an action on a thread that is not the caller's, with pauses between its end and its next start.
     *
     * @return ends it; a repetition that has begun goes on
     */
    Runnable repeat(Duration pause, Runnable action);
}
