package dev.latchkey.reliability.processes;

/** What a child tells of its own accord. */
enum Event {
    /** The client is built, and nothing was sent. */
    READY,
    /** The first call has succeeded. */
    FIRST_SUCCESS,
    /** A call or a renewal has failed, other than by the loss of the session. */
    FAILED,
    /** The session is over, and the child does no more. */
    LOST,
    SECTION_ENTERED,
    /** The store knows that a refresh token is to be sent, and it has not been sent yet. */
    ABOUT_TO_SEND,
    SECTION_LEFT,
    RENEWED,
    RENEWAL_FAILED,
    STORE_FAILED
}
