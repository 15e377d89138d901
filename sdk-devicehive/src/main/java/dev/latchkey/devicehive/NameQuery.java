package dev.latchkey.devicehive;

import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.http.Endpoint;
import org.jspecify.annotations.Nullable;

/**
 * Which networks or device types to list or count, in which order, and how many at once.
 *
 * <p>Immutable. Source: seen; the order of networks: recorded.
 */
public final class NameQuery {
    private static final NameQuery ALL = builder().build();

    private final @Nullable String name;
    private final @Nullable String namePattern;
    private final Listing listing;

    private NameQuery(Builder from) {
        name = from.name;
        namePattern = from.namePattern;
        listing = new Listing(from.sortBy.name(), from.ascending, from.pageSize);
    }

    /** What they are sorted by. */
    public enum SortBy {
        /** Their numbers. */
        ID,
        /** Their names, as the server's database sorts texts. */
        NAME
    }

    /**
     * All that the token reaches, sorted by their numbers, 100 at once.
     *
     * @return the query
     */
    public static NameQuery all() {
        return ALL;
    }

    /**
     * Starts a query as {@link #all()}.
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
        return endpoint.query("name", name).query("namePattern", namePattern);
    }

    /** What it asks for. */
    @Override
    public String toString() {
        return "NameQuery[name=" + name + ", namePattern=" + namePattern + ", " + listing + "]";
    }

    /** Narrows a query. Not safe for use by many threads. */
    public static final class Builder {
        private @Nullable String name;
        private @Nullable String namePattern;
        private SortBy sortBy = SortBy.ID;
        private boolean ascending = true;
        private int pageSize = Listing.USUAL_SIZE;

        private Builder() {}

        /**
         * Only the one of this name.
         *
         * @param value exactly
         * @return this builder
         */
        public Builder name(String value) {
            name = Inputs.present("name", value);
            return this;
        }

        /**
         * Only those whose name is like this.
         *
         * @param value a pattern as SQL's {@code LIKE} has it: {@code %} stands for any text, {@code _} for any character
         * @return this builder
         */
        public Builder namePattern(String value) {
            namePattern = Inputs.present("name pattern", value);
            return this;
        }

        /**
         * The order, which is that of the numbers otherwise.
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
         * How many to get with one request.
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
         * @throws InvalidInputException if the page size is less than 1
         */
        public NameQuery build() {
            return new NameQuery(this);
        }
    }
}
