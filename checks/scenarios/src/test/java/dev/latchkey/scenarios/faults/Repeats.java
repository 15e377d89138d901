package dev.latchkey.scenarios.faults;

/** What it does to carry an operation out twice; from the vendor's documentation, not from the SDK. */
enum Repeats {
    /** As much as once. */
    HARMLESS,
    /** As much as once, but the second time the server finds nothing to delete. */
    GONE_BY_THEN,
    /** Harm: something is there twice. */
    HARMFUL,
    /** Harm, and the first failure may count already: a password or a code. */
    NEVER;

    boolean allowed() {
        return this == HARMLESS || this == GONE_BY_THEN;
    }
}
