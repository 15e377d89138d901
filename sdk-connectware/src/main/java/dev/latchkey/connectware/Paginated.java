package dev.latchkey.connectware;

import dev.latchkey.core.Page;
import java.util.OptionalInt;

/**
 * A page of one of the server's listings.
 *
 * @param <T> type of the items
 */
public interface Paginated<T> extends Page<T> {

    /**
     * Where the page is in its listing.
     *
     * @return what the server said, all of it null if it said nothing
     */
    Pagination pagination();

    @Override
    default OptionalInt totalPages() {
        return pagination().knownTotal();
    }

    @Override
    default boolean isLast(int number) {
        boolean isShort = pagination().isShort(items().size());
        return Page.super.isLast(number) || (isShort && !totalPages().isPresent());
    }
}
