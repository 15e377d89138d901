package dev.latchkey.core.auth;

import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.internal.call.WholeCharacters;

/**
 * A user name and a password.
 *
 * @param username not blank
 * @param password not empty
 */
public record Credentials(String username, String password) {

    /**
     * Checks the values.
     *
     * @throws InvalidInputException if the user name is blank, the password is empty or blank, or one of them holds half a
     *     character (a surrogate without its other half)
     */
    public Credentials {
        if (username == null || username.trim().isEmpty()) {
            throw new InvalidInputException(
                    "The user name is blank. Give the name that the vendor's login page takes.");
        }
        if (password == null || password.trim().isEmpty()) {
            throw new InvalidInputException("The password is blank. Give the password of this user.");
        }
        WholeCharacters.require("The user name", username);
        WholeCharacters.require("The password", password);
    }

    /** The user name; never the password. */
    @Override
    public String toString() {
        return "Credentials[username=" + username + ", password=***]";
    }
}
