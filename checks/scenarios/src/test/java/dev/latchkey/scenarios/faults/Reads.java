package dev.latchkey.scenarios.faults;

/** What an operation wants of the body of a good answer. */
enum Reads {
    /** JSON, all of it. */
    JSON,
    /** JSON, or as much of it as has arrived. */
    JSON_AS_FAR_AS_IT_COMES,
    /** JSON, or no body at all. */
    CONFIRMATION,
    /** Any text but none. */
    TEXT,
    /** Nothing, since the status says it all. */
    STATUS,
    /** Nothing at all. */
    NOTHING,
    /** Nothing at all, and its status says that there is nothing. */
    NO_CONTENT;

    boolean json() {
        return this == JSON || this == JSON_AS_FAR_AS_IT_COMES || this == CONFIRMATION;
    }
}
