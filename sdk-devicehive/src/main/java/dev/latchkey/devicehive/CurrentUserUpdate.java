package dev.latchkey.devicehive;

import dev.latchkey.core.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * What the user of this client changes of itself: not its login, role or status, which only administrators may, by {@link
 * UserUpdate}.
 *
 * <pre>{@code
 * User me = deviceHive.users().current().execute();
 * deviceHive.users().updateCurrent(CurrentUserUpdate.of(me).data("{\"theme\":\"dark\"}").build()).execute();
 * }</pre>
 *
 * <p>It starts from the user as it is, since an update without {@code data} deletes the data, see {@link UserUpdate}.
 *
 * <p>Immutable. Source: recorded.
 */
public final class CurrentUserUpdate {
    private final String login;
    private final UserBody body;

    private CurrentUserUpdate(String login, UserBody body) {
        this.login = login;
        this.body = body;
    }

    /**
     * Starts an update that keeps the user's data.
     *
     * @param current what {@link UserOperations#current} has returned
     * @return a builder
     */
    public static Builder of(User current) {
        return new Builder(Inputs.present("user", current));
    }

    String login() {
        return login;
    }

    UserBody body() {
        return body;
    }

    /** All but the password. */
    @Override
    public String toString() {
        return "CurrentUserUpdate" + body;
    }

    /** Sets what is to change. Not safe for use by many threads. */
    public static final class Builder {
        private final String login;
        private @Nullable String data;
        private @Nullable String password;
        private @Nullable Boolean introReviewed;

        private Builder(User current) {
            login = current.login();
            data = current.data();
        }

        /**
         * The new password. The server does not ask for the old one, ignores an empty one, and lets all tokens go on.
         *
         * @param value a secret of 6 to 128 characters
         * @return this builder
         * @throws InvalidInputException if it has more than 128, which the server would repeat in clear
         */
        public Builder password(String value) {
            password = Inputs.password(value);
            return this;
        }

        /**
         * What applications keep with the user, instead of what it has now.
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
         * Deletes what applications keep with the user.
         *
         * @return this builder
         */
        public Builder dropData() {
            data = null;
            return this;
        }

        /**
         * Whether the user has seen the introduction of the vendor's console.
         *
         * @param value true if so
         * @return this builder
         */
        public Builder introReviewed(boolean value) {
            introReviewed = value;
            return this;
        }

        /**
         * Makes the update.
         *
         * @return the update
         */
        public CurrentUserUpdate build() {
            return new CurrentUserUpdate(login, new UserBody(null, null, null, password, data, introReviewed, null));
        }
    }
}
