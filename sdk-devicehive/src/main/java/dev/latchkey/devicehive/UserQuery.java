package dev.latchkey.devicehive;

import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.http.Endpoint;
import org.jspecify.annotations.Nullable;

/**
 * Which users to list or count, in which order, and how many at once.
 *
 * <pre>{@code
 * UserQuery.builder().loginPattern("sensor-%").status(UserStatus.ACTIVE).build()
 * }</pre>
 *
 * <p>Immutable. Source: recorded.
 */
public final class UserQuery {
    private static final UserQuery ALL = builder().build();

    private final @Nullable String login;
    private final @Nullable String loginPattern;
    private final @Nullable UserRole role;
    private final @Nullable UserStatus status;
    private final Listing listing;

    private UserQuery(Builder from) {
        login = from.login;
        loginPattern = from.loginPattern;
        role = from.role;
        status = from.status;
        listing = new Listing(from.sortBy.name(), from.ascending, from.pageSize);
    }

    /** What users are sorted by. */
    public enum SortBy {
        /** Their numbers. */
        ID,
        /** Their logins, as the server's database sorts texts. */
        LOGIN
    }

    /**
     * All users, sorted by their numbers, 100 at once.
     *
     * @return the query
     */
    public static UserQuery all() {
        return ALL;
    }

    /**
     * Starts a query for all users, sorted by their numbers, 100 at once.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    Listing listing() {
        return listing;
    }

    Endpoint filter(Endpoint endpoint) {
        return endpoint.query("login", login)
                .query("loginPattern", loginPattern)
                .query("role", role)
                .query("status", status);
    }

    /** What it asks for. */
    @Override
    public String toString() {
        return "UserQuery[login=" + login + ", loginPattern=" + loginPattern + ", role=" + role + ", status=" + status
                + ", " + listing + "]";
    }

    /** Narrows a query. Not safe for use by many threads. */
    public static final class Builder {
        private @Nullable String login;
        private @Nullable String loginPattern;
        private @Nullable UserRole role;
        private @Nullable UserStatus status;
        private SortBy sortBy = SortBy.ID;
        private boolean ascending = true;
        private int pageSize = Listing.USUAL_SIZE;

        private Builder() {}

        /**
         * Only the user of this login.
         *
         * @param value exactly, case included
         * @return this builder
         */
        public Builder login(String value) {
            login = Inputs.present("login", value);
            return this;
        }

        /**
         * Only users whose login is like this.
         *
         * @param value a pattern as SQL's {@code LIKE} has it: {@code %} stands for any text, {@code _} for any character, and
         *     nothing is known that makes them stand for themselves
         * @return this builder
         */
        public Builder loginPattern(String value) {
            loginPattern = Inputs.present("login pattern", value);
            return this;
        }

        /**
         * Only users of this role. One that the server does not know finds nobody.
         *
         * @param value the role
         * @return this builder
         */
        public Builder role(UserRole value) {
            role = Inputs.present("role", value);
            return this;
        }

        /**
         * Only users of this status. One that the server does not know finds nobody.
         *
         * @param value the status
         * @return this builder
         */
        public Builder status(UserStatus value) {
            status = Inputs.present("status", value);
            return this;
        }

        /**
         * The order, in which users are listed by their numbers otherwise.
         *
         * @param by what they are sorted by
         * @param inAscendingOrder false for the reverse
         * @return this builder
         */
        public Builder sortBy(SortBy by, boolean inAscendingOrder) {
            sortBy = Inputs.present("order", by);
            ascending = inAscendingOrder;
            return this;
        }

        /**
         * How many users to get with one request.
         *
         * @param number at least 1; the default is 100
         * @return this builder
         */
        public Builder pageSize(int number) {
            pageSize = number;
            return this;
        }

        /**
         * Makes the query.
         *
         * @return the query
         * @throws InvalidInputException if the page size is less than 1, or if there are both a login and a pattern, beside which
         *     the server ignores the login
         */
        public UserQuery build() {
            if (login != null && loginPattern != null) {
                throw new InvalidInputException(
                        "The server ignores the login where there is a pattern. Give one of them.");
            }
            return new UserQuery(this);
        }
    }
}
