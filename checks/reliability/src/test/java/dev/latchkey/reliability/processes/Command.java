package dev.latchkey.reliability.processes;

/** What a test tells a child to do. Each is answered. */
enum Command {
    /** Begin to work. Answered at once. */
    GO,
    /** Answered when a call has succeeded that began after the command. */
    NEXT_SUCCESS,
    /** Renew the session. Answered with {@code renewed}, or with the failure. */
    RENEW,
    /** Let the next save of new tokens fail. Answered at once. */
    FAIL_NEXT_SAVE,
    /** Stop where the next refresh token is about to be sent, and tell of it. Answered at once. */
    STOP_BEFORE_SENDING,
    /** Go on from there. Answered at once. */
    GO_ON,
    /** Answered with the {@link Tally} so far. */
    COUNT,
    /** End in an orderly way. Answered with the {@link Tally}. */
    STOP
}
