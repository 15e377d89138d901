package dev.latchkey.controlbyweb;

import dev.latchkey.core.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * A new password, and the token that proves that its user asked for it.
 *
 * <pre>{@code
 * PasswordReset.builder("jane@example.com").token(tokenOfTheMail).newPassword(password).build()
 * }</pre>
 *
 * @param email of the user
 * @param token from the reset mail, a secret
 * @param newPassword a secret
 */
public record PasswordReset(String email, String token, String newPassword) {

    /**
     * Checks the values.
     *
     * @throws InvalidInputException if one of them is blank
     */
    public PasswordReset {
        Inputs.require("email address", email);
        Inputs.require("token of the reset mail", token);
        Inputs.require("new password", newPassword);
    }

    /**
     * Starts a reset.
     *
     * @param email of the user
     * @return a builder
     */
    public static Builder builder(String email) {
        return new Builder(email);
    }

    /** The address; never the token or the password. */
    @Override
    public String toString() {
        return "PasswordReset[email=" + email + ", token=***, newPassword=***]";
    }

    /** Names the two secrets, so that they cannot be mixed up. Not safe for use by many threads. */
    public static final class Builder {
        private final String email;
        private @Nullable String token;
        private @Nullable String newPassword;

        private Builder(String email) {
            this.email = email;
        }

        /**
         * The token of the reset mail.
         *
         * @param value a secret
         * @return this builder
         */
        public Builder token(String value) {
            token = value;
            return this;
        }

        /**
         * The password that the user shall have.
         *
         * @param value a secret
         * @return this builder
         */
        public Builder newPassword(String value) {
            newPassword = value;
            return this;
        }

        /**
         * Makes the reset.
         *
         * @return the reset
         * @throws InvalidInputException if a value is missing or blank
         */
        public PasswordReset build() {
            return new PasswordReset(
                    email,
                    Inputs.require("token of the reset mail", token),
                    Inputs.require("new password", newPassword));
        }
    }
}
