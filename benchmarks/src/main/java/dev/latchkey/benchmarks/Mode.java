package dev.latchkey.benchmarks;

import java.util.Locale;

/** How long to measure. */
public enum Mode {
    /** Everything once: does it run, and are the answers right? Its times mean nothing. */
    SMOKE,
    /** A few minutes: a first look. */
    SHORT,
    /** As long as the published figures need. */
    FULL;

    static Mode of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** One of three, for the three modes. */
    public int pick(int smoke, int brief, int full) {
        return switch (this) {
            case SMOKE -> smoke;
            case SHORT -> brief;
            case FULL -> full;
        };
    }
}
