package dev.latchkey.core;

import java.util.List;
import java.util.OptionalInt;

/**
 * One page of a listing. Vendor modules implement it with a record that has whatever else their server says of a page.
 *
 * @param <T> type of the items
 */
public interface Page<T> {

    /**
     * What is on the page.
     *
     * @return the items in the server's order; immutable
     */
    List<T> items();

    /**
     * How many pages there are, by what the server says now.
     *
     * @return at least 1, or empty if the server does not say or says what cannot be
     */
    OptionalInt totalPages();

    /**
     * Whether no further page has items. A page without items is the last whatever the total says.
     *
     * @param number of this page, from 1
     * @return true on the last page; without a total, only if a vendor's page tells in another way
     */
    default boolean isLast(int number) {
        return items().isEmpty()
                || (totalPages().isPresent() && number >= totalPages().getAsInt());
    }
}
