package dev.latchkey.fake.controlbyweb;

/** How the server words the answers about password resets. */
public enum ResetAnswers {
    /** The two documented messages; a failure is told with status 200 and another message. */
    DOCUMENTED,
    /** The framework's own: a failure is a 400, and {@code data} names what happened. */
    FRAMEWORK
}
