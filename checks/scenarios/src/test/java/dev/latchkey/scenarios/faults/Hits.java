package dev.latchkey.scenarios.faults;

/** How often a fault happens. */
enum Hits {
    ONCE,
    EVERY_TIME;

    boolean passes() {
        return this == ONCE;
    }
}
