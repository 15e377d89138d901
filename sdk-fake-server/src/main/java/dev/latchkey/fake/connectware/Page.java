package dev.latchkey.fake.connectware;

import dev.latchkey.fake.FakeRequest;
import dev.latchkey.fake.internal.Json;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is wanted.
 *
 * @param number the page's number, from 1
 * @param rowsPerPage how many rows a page has
 */
record Page(int number, int rowsPerPage) {
    private static final int ANY_NUMBER = Integer.MAX_VALUE;

    /** The wanted page, the first one with {@code most} rows if nothing is said. */
    static Page upTo(int most, FakeRequest request) {
        Integer number = integer(request, "pageNumber", ANY_NUMBER);
        Integer rows = integer(request, "rowsPerPage", most);
        return new Page(number == null ? 1 : number, rows == null ? most : rows);
    }

    /** The wanted page, both of whose numbers have to be there. */
    static Page required(FakeRequest request) {
        Integer number = integer(request, "pageNumber", ANY_NUMBER);
        Integer rows = integer(request, "rowsPerPage", ANY_NUMBER);
        if (number == null || rows == null) {
            throw Problem.badRequest("rowsPerPage and pageNumber are required");
        }
        return new Page(number, rows);
    }

    /** The rows of this page under a name, and where they are in the whole. */
    <T> Map<String, @Nullable Object> of(List<T> all, String name, Function<T, Map<String, @Nullable Object>> view) {
        long skipped = (number - 1L) * rowsPerPage;
        List<Map<String, @Nullable Object>> rows =
                all.stream().skip(skipped).limit(rowsPerPage).map(view).toList();
        long pages = (all.size() + rowsPerPage - 1L) / rowsPerPage;
        return Json.object(
                name,
                rows,
                "pagination",
                Json.object(
                        "totalPages",
                        pages,
                        "totalRows",
                        all.size(),
                        "totalRowsInPage",
                        rows.size(),
                        "currentPage",
                        number,
                        "nextPage",
                        number < pages ? number + 1 : null,
                        "rowsPerPage",
                        rowsPerPage));
    }

    private static @Nullable Integer integer(FakeRequest request, String name, int most) {
        List<String> values = request.query(name);
        if (values.isEmpty()) {
            return null;
        }
        try {
            int value = Integer.parseInt(values.get(values.size() - 1));
            if (value >= 1 && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Refused like any other value that does not fit.
        }
        String limit = most == ANY_NUMBER ? "1 or more" : "1 to " + most;
        throw Problem.badRequest(name + " has to be an integer, " + limit);
    }
}
