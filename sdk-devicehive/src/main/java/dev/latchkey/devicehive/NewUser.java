package dev.latchkey.devicehive;

import dev.latchkey.core.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * A user to be created.
 *
 * <pre>{@code
 * NewUser.builder("jane", password, UserRole.CLIENT).allDeviceTypes(false).build()
 * }</pre>
 *
 * <p>The server trims the login, wants 3 to 128 characters out of {@code A-Z a-z 0-9 _ @ . -}, and tells upper from lower case:
 * {@code ANN} is another user than {@code ann}. A password has 6 to 128 characters.
 *
 * <p>Immutable. Source: recorded.
 */
public final class NewUser {
    private final UserBody body;

    private NewUser(UserBody body) {
        this.body = body;
    }

    /**
     * Starts a description.
     *
     * @param login what the user will log in with
     * @param password a secret
     * @param role what the user is to be
     * @return a builder
     * @throws InvalidInputException if the password has more than 128 characters, which the server would repeat in clear, or
     *     the role is none of the constants
     */
    public static Builder builder(String login, String password, UserRole role) {
        return new Builder(login, password, role);
    }

    UserBody body() {
        return body;
    }

    /** All but the password. */
    @Override
    public String toString() {
        return "NewUser" + body;
    }

    /** Sets what has a default. Not safe for use by many threads. */
    public static final class Builder {
        private final String login;
        private final String password;
        private final UserRole role;
        private @Nullable UserStatus status;
        private @Nullable String data;
        private @Nullable Boolean introReviewed;
        private @Nullable Boolean allDeviceTypes;

        private Builder(String login, String password, UserRole role) {
            this.login = Inputs.present("login", login);
            this.password = Inputs.password(password);
            this.role = UserRole.requireKnown(Inputs.present("role", role));
        }

        /**
         * Whether the user may log in. By default it may.
         *
         * @param value one of the constants
         * @return this builder
         * @throws InvalidInputException if it is another one, at which servers fail
         */
        public Builder status(UserStatus value) {
            status = UserStatus.requireKnown(Inputs.present("status", value));
            return this;
        }

        /**
         * What applications keep with the user.
         *
         * @param json a JSON object as text
         * @return this builder
         * @throws InvalidInputException if it is not JSON
         */
        public Builder data(String json) {
            data = Inputs.json("data", json);
            return this;
        }

        /**
         * Whether the user has seen the introduction of the vendor's console. By default it has not.
         *
         * @param value true if so
         * @return this builder
         */
        public Builder introReviewed(boolean value) {
            introReviewed = value;
            return this;
        }

        /**
         * Whether the user may reach all device types, which it may by default; {@link UserOperations#assignDeviceType} gives
         * single ones to a user who may not. Later only {@link UserOperations#allowAllDeviceTypes} and {@link
         * UserOperations#disallowAllDeviceTypes} change it.
         *
         * @param value true if so
         * @return this builder
         */
        public Builder allDeviceTypes(boolean value) {
            allDeviceTypes = value;
            return this;
        }

        /**
         * Makes the description.
         *
         * @return the description
         */
        public NewUser build() {
            return new NewUser(new UserBody(login, role, status, password, data, introReviewed, allDeviceTypes));
        }
    }
}
