package dev.latchkey.connectware;

import dev.latchkey.core.json.RecordAdapter;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Where a page is in its listing, by what the server said with it. Any of these may be missing.
 *
 * @param totalPages how many pages there are
 * @param totalRows how many items there are on all pages
 * @param totalRowsInPage how many there are on this page
 * @param currentPage the number of this page, from 1
 * @param nextPage the number of the next page, null on the last one
 * @param rowsPerPage how many items a full page has
 */
public record Pagination(
        @Nullable Integer totalPages,
        @Nullable Integer totalRows,
        @Nullable Integer totalRowsInPage,
        @Nullable Integer currentPage,
        @Nullable Integer nextPage,
        @Nullable Integer rowsPerPage) {
    static final Pagination UNKNOWN = new Pagination(null, null, null, null, null, null);

    static final RecordAdapter<Pagination> JSON = RecordAdapter.of("Pagination", r -> {
        var pages = r.optional("totalPages", Lenient.NUMBER, Pagination::totalPages);
        var rows = r.optional("totalRows", Lenient.NUMBER, Pagination::totalRows);
        var inPage = r.optional("totalRowsInPage", Lenient.NUMBER, Pagination::totalRowsInPage);
        var current = r.optional("currentPage", Lenient.NUMBER, Pagination::currentPage);
        var next = r.optional("nextPage", Lenient.NUMBER, Pagination::nextPage);
        var size = r.optional("rowsPerPage", Lenient.NUMBER, Pagination::rowsPerPage);
        return in -> new Pagination(
                in.get(pages), in.get(rows), in.get(inPage), in.get(current), in.get(next), in.get(size));
    });

    /** A server that says 0 of a page that it has just sent does not know. */
    OptionalInt knownTotal() {
        return totalPages == null || totalPages < 1 ? OptionalInt.empty() : OptionalInt.of(totalPages);
    }

    /** Without a total, a page that is not full is the last one. */
    boolean isShort(int items) {
        return rowsPerPage != null && items < rowsPerPage;
    }
}
