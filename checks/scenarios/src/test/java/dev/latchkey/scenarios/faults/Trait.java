package dev.latchkey.scenarios.faults;

/** What is peculiar to a fault, wherever it happens. */
enum Trait {
    /** No answer comes before the client gives up. */
    WAITS,
    /** A part of a good answer arrives. */
    CUT_OFF,
    /** A good answer arrives, and something besides that says nothing. */
    HARMLESS,
    /** Comes from something in front of the server, and says nothing of a password or a token. */
    FROM_A_FRONT,
    /** The server says that it has not processed the request. */
    NOT_PROCESSED
}
