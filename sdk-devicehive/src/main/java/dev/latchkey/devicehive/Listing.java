package dev.latchkey.devicehive;

import com.squareup.moshi.JsonAdapter;
import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.PagedCall;
import dev.latchkey.core.http.Endpoint;
import dev.latchkey.core.json.Json;
import java.util.List;
import java.util.function.Supplier;

/**
 * The order and the size of pages. The server answers nothing at all where {@code take} or {@code skip} is negative or {@code
 * sortOrder} is neither ASC nor DESC, so none of them is the caller's text; and without {@code sortField} its order changes from
 * page to page.
 */
record Listing(String sortField, boolean ascending, int pageSize) {
    static final int USUAL_SIZE = 100;

    Listing {
        if (pageSize < 1) {
            throw new InvalidInputException("The page size is " + pageSize + ". Give 1 or more.");
        }
    }

    <T> PagedCall<T, ListPage<T>> of(JsonAdapter<T> item, Supplier<Endpoint> filtered) {
        JsonAdapter<List<T>> items = Json.listOf(item);
        return PagedCall.of(number -> filtered.get()
                .query("sortField", sortField)
                .query("sortOrder", ascending ? "ASC" : "DESC")
                .query("take", pageSize)
                .query("skip", (number - 1L) * pageSize)
                .returning(answer -> new ListPage<>(answer.json(items), pageSize)));
    }
}
