package dev.latchkey.core;

/**
 * A value that the caller gave was refused before anything was sent: a blank password, a base URL with a query, a path
 * parameter {@code ..}. The message names the parameter and says what to give instead; it never holds the value of a
 * secret.
 */
public final class InvalidInputException extends IllegalArgumentException {

    /**
     * Creates the exception.
     *
     * @param message which input, what is wrong with it, and what to do
     */
    public InvalidInputException(String message) {
        super(message);
    }
}
