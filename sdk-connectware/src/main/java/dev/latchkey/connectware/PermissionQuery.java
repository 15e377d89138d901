package dev.latchkey.connectware;

import dev.latchkey.core.InvalidInputException;
import java.util.Collection;
import java.util.List;

/**
 * Which permissions to list, and how many at once. What is empty is not sent.
 *
 * <pre>{@code
 * PermissionQuery.builder().id(permissionId).build()
 * }</pre>
 *
 * @param ids only permissions with one of these ids; all if empty
 * @param rowsPerPage 1 or more; the vendor does not say how many a server sends at most
 */
public record PermissionQuery(List<String> ids, int rowsPerPage) {
    private static final PermissionQuery ALL = builder().build();

    /**
     * Checks the values.
     *
     * @throws InvalidInputException if an id is blank or the number of rows is less than 1
     */
    public PermissionQuery {
        ids = List.copyOf(ids);
        ids.forEach(id -> Inputs.require("id of the permission", id));
        Rows.check(rowsPerPage);
    }

    /**
     * All permissions, 100 at once.
     *
     * @return the query
     */
    public static PermissionQuery all() {
        return ALL;
    }

    /**
     * Starts a query for all permissions, 100 at once.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Narrows a query. Not safe for use by many threads. */
    public static final class Builder {
        private List<String> ids = List.of();
        private int rowsPerPage = Rows.DOCUMENTED;

        private Builder() {}

        /**
         * Only the permission of this id, and those of the ids given before.
         *
         * @param id such as one of {@link PermissionIds#ids}
         * @return this builder
         */
        public Builder id(String id) {
            ids = Listed.plus(ids, Inputs.require("id of the permission", id));
            return this;
        }

        /**
         * Only permissions of these ids, instead of those given before.
         *
         * @param given such as {@link PermissionIds#ids}; all permissions if empty
         * @return this builder
         */
        public Builder ids(Collection<String> given) {
            ids = Listed.of("ids of permissions", given);
            return this;
        }

        /**
         * How many permissions to get with one request.
         *
         * @param number 1 or more; the default is 100, and the vendor does not say how many a server sends at most
         * @return this builder
         */
        public Builder rowsPerPage(int number) {
            rowsPerPage = number;
            return this;
        }

        /**
         * Makes the query.
         *
         * @return the query
         * @throws InvalidInputException if the number of rows is less than 1
         */
        public PermissionQuery build() {
            return new PermissionQuery(ids, rowsPerPage);
        }
    }
}
