package dev.latchkey.reliability.processes;

import java.time.Duration;

/** How long the runs are: as docs/RELIABILITY.md states them, or short ones that show that nothing is broken. */
final class Length {
    static final boolean FULL = Boolean.getBoolean("latchkey.reliability.full");
    static final int KILLS = FULL ? 200 : 20;
    static final Duration FLEET = Duration.ofSeconds(FULL ? 60 : 5);

    /** Nothing that is waited for takes so long unless something is broken. */
    static final Duration SOON = Duration.ofSeconds(60);

    private Length() {}
}
