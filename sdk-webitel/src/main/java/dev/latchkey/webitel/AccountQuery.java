package dev.latchkey.webitel;

import org.jspecify.annotations.Nullable;

/**
 * Which accounts, and what of them. Neither is documented closer: they are sent as they are given.
 *
 * @param filter the server's {@code filter}, or null
 * @param columns the server's {@code columns}, or null
 */
public record AccountQuery(
        @Nullable String filter, @Nullable String columns) {
    private static final AccountQuery ALL = new AccountQuery(null, null);

    /**
     * All accounts.
     *
     * @return the query
     */
    public static AccountQuery all() {
        return ALL;
    }
}
