package dev.latchkey.devicehive;

import dev.latchkey.core.Page;
import java.util.List;
import java.util.OptionalInt;

/**
 * A page of a list. The server does not say how many there are: a page that is not full is the last.
 *
 * @param items what is on it, in the server's order; immutable
 * @param pageSize how many were asked for
 * @param <T> type of the items
 */
public record ListPage<T>(List<T> items, int pageSize) implements Page<T> {
    /** Copies the list. */
    public ListPage {
        items = List.copyOf(items);
    }

    @Override
    public OptionalInt totalPages() {
        return OptionalInt.empty();
    }

    @Override
    public boolean isLast(int number) {
        return items.size() < pageSize;
    }
}
