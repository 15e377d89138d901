package dev.latchkey.core.http;

import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.internal.call.HeaderValues;
import org.jspecify.annotations.Nullable;

/** Checks tokens that a user gives, so that a bad one is found while the client is built. */
final class GivenTokens {
    private GivenTokens() {}

    static String required(String what, @Nullable String token) {
        if (token == null || token.trim().isEmpty()) {
            throw new InvalidInputException("The " + what + " is blank. Give the one that the server issued.");
        }
        HeaderValues.check("The " + what, token);
        return token;
    }
}
