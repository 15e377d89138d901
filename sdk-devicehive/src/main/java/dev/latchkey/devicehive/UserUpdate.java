package dev.latchkey.devicehive;

import dev.latchkey.core.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * What is to change of a user.
 *
 * <pre>{@code
 * User jane = deviceHive.users().get(id).execute();
 * deviceHive.users().update(id, UserUpdate.of(jane).status(UserStatus.DISABLED).build()).execute();
 * }</pre>
 *
 * <p><b>A trap of the server:</b> an update without {@code data} deletes the data that the user has, also one that only changes the
 * password. So an update starts from the user as it is and sends its data along; whatever somebody else has changed in the data
 * since that user was read is overwritten. Of the rest, only what is set is sent, and what is not sent stays.
 *
 * <p>Immutable. Source: recorded.
 */
public final class UserUpdate {
    private final UserBody body;

    private UserUpdate(UserBody body) {
        this.body = body;
    }

    /**
     * Starts an update that keeps the user's data.
     *
     * @param user as the server has it now
     * @return a builder
     */
    public static Builder of(User user) {
        return new Builder(true, Inputs.present("user", user).data());
    }

    /**
     * Starts an update that has to be told what becomes of the user's data, with {@link Builder#data} or {@link
     * Builder#dropData}.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder(false, null);
    }

    UserBody body() {
        return body;
    }

    /** All but the password. */
    @Override
    public String toString() {
        return "UserUpdate" + body;
    }

    /** Sets what is to change. Not safe for use by many threads. */
    public static final class Builder {
        private boolean dataIsDecided;
        private @Nullable String data;
        private @Nullable String login;
        private @Nullable UserRole role;
        private @Nullable UserStatus status;
        private @Nullable String password;
        private @Nullable Boolean introReviewed;

        private Builder(boolean dataIsDecided, @Nullable String data) {
            this.dataIsDecided = dataIsDecided;
            this.data = data;
        }

        /**
         * The new login. Clients may not change it, not even to the one that they have.
         *
         * @param value trimmed by the server; not of one or two characters, at which servers fail. At characters that a login may not
         *     have they fail too (source), which is a {@link dev.latchkey.core.ServerErrorException}
         * @return this builder
         * @throws InvalidInputException if it has one or two characters
         */
        public Builder login(String value) {
            int length = Inputs.present("login", value).length();
            if (length == 1 || length == 2) {
                throw new InvalidInputException(
                        "The login has less than three characters, at which the server would fail.");
            }
            login = value;
            return this;
        }

        /**
         * The new role. <b>An administrator can take the role from himself, without a question.</b> The tokens that a user has
         * go on with the rights that they have: a new administrator has to log in again, and one who no longer is goes on
         * listing users until his token expires.
         *
         * @param value one of the constants
         * @return this builder
         * @throws InvalidInputException if it is another one, at which servers fail
         */
        public Builder role(UserRole value) {
            role = UserRole.requireKnown(Inputs.present("role", value));
            return this;
        }

        /**
         * The new status. It takes effect at once on all tokens of the user, and {@link UserStatus#ACTIVE} revives them. <b>An
         * administrator can lock himself out, without a question.</b>
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
         * The new password. It ends no session of the user's: the tokens go on. Servers ignore an empty one. For the user whom
         * the client is logged in as there is {@link UserOperations#changePassword(String)}, which tells the session.
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
            dataIsDecided = true;
            return this;
        }

        /**
         * Deletes what applications keep with the user.
         *
         * @return this builder
         */
        public Builder dropData() {
            data = null;
            dataIsDecided = true;
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
         * @throws InvalidInputException if nothing was said of the user's data
         */
        public UserUpdate build() {
            if (!dataIsDecided) {
                throw new InvalidInputException("Nothing is said of the user's data, and an update without data deletes"
                        + " it. Start with UserUpdate.of(user), or call data(…) or dropData().");
            }
            return new UserUpdate(new UserBody(login, role, status, password, data, introReviewed, null));
        }
    }
}
