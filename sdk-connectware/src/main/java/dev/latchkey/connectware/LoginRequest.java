package dev.latchkey.connectware;

import dev.latchkey.core.auth.Credentials;
import dev.latchkey.core.json.RecordAdapter;
import org.jspecify.annotations.Nullable;

/**
 * A login of which more is said than who it is.
 *
 * @param username who logs in
 * @param password that user's password, a secret
 * @param expireTimeInHours how long the token shall live, in hours; null for what the server does by itself, which is 12 as
 *     a rule
 * @param label what the token is called in the list of the user's tokens, or null
 */
public record LoginRequest(
        String username,
        String password,
        @Nullable Integer expireTimeInHours,
        @Nullable String label) {
    static final RecordAdapter<LoginRequest> JSON = RecordAdapter.of("LoginRequest", r -> {
        var username = r.required("username", Lenient.TEXT, LoginRequest::username);
        var password = r.required("password", Lenient.TEXT, LoginRequest::password);
        var hours = r.optional("expireTimeInHours", Lenient.NUMBER, LoginRequest::expireTimeInHours);
        var label = r.optional("label", Lenient.TEXT, LoginRequest::label);
        return in -> new LoginRequest(in.get(username), in.get(password), in.get(hours), in.get(label));
    });

    /**
     * Checks the values.
     *
     * @throws dev.latchkey.core.InvalidInputException if the user name, the password or the label is blank, or the lifetime is
     *     less than an hour
     */
    public LoginRequest {
        Credentials unused = new Credentials(username, password);
        if (expireTimeInHours != null) {
            Inputs.atLeast("lifetime of the token in hours", 1, expireTimeInHours);
        }
        if (label != null) {
            Inputs.require("label of the token", label);
        }
    }

    /**
     * Starts a login.
     *
     * @param username who logs in
     * @param password that user's password
     * @return a builder
     */
    public static Builder builder(String username, String password) {
        return new Builder(username, password);
    }

    /** Everything but the password. */
    @Override
    public String toString() {
        return "LoginRequest[username=" + username + ", password=***, expireTimeInHours=" + expireTimeInHours
                + ", label=" + label + "]";
    }

    /** Describes a login. Not safe for use by many threads. */
    public static final class Builder {
        private final String username;
        private final String password;
        private @Nullable Integer expireTimeInHours;
        private @Nullable String label;

        private Builder(String username, String password) {
            this.username = username;
            this.password = password;
        }

        /**
         * How long the token shall live.
         *
         * @param hours at least 1
         * @return this builder
         */
        public Builder expireTimeInHours(int hours) {
            expireTimeInHours = hours;
            return this;
        }

        /**
         * What the token is called in the list of the user's tokens.
         *
         * @param name not blank
         * @return this builder
         */
        public Builder label(String name) {
            label = name;
            return this;
        }

        /**
         * Makes the login.
         *
         * @return the login
         * @throws dev.latchkey.core.InvalidInputException if a value cannot be sent; the message says which
         */
        public LoginRequest build() {
            return new LoginRequest(username, password, expireTimeInHours, label);
        }
    }
}
