package dev.latchkey.scenarios.faults;

/** Why no connection comes about. */
enum Outage {
    REFUSED,
    UNANSWERED,
    UNKNOWN_HOST
}
