package dev.latchkey.core;

import java.util.List;
import java.util.OptionalInt;

/**
 * One page of a listing.
 *
 * @param items what is on it, in the server's order; immutable
 * @param number of the page, from 1
 * @param totalPages how many pages there are by what the server says now, empty if it does not say
 * @param <T> type of the items
 */
public record Page<T>(List<T> items, int number, OptionalInt totalPages) {

    /** Copies the items. */
    public Page {
        items = List.copyOf(items);
    }

    /**
     * Whether a further page may have items. A page without items is the last whatever the total says.
     *
     * @return false on the last page
     */
    public boolean hasNext() {
        return !items.isEmpty() && (!totalPages.isPresent() || number < totalPages.getAsInt());
    }
}
