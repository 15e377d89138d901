package dev.latchkey.connectware;

import dev.latchkey.core.ApiCall;
import dev.latchkey.core.PagedCall;
import dev.latchkey.core.http.HttpApi;
import dev.latchkey.core.json.Json;
import java.util.List;

/**
 * All permissions that somebody has, and who.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class Permissions {
    private final HttpApi http;
    private final QueryNames names;

    Permissions(HttpApi http, QueryNames names) {
        this.http = http;
        this.names = names;
    }

    /**
     * Who may do what with which resource: {@code GET /api/permissions/page}.
     *
     * @param query which permissions, and how many at once
     * @return a listing to be read page by page, or as a whole
     */
    public PagedCall<PermissionUsage, PermissionUsagePage> page(PermissionQuery query) {
        Inputs.present("query", query);
        return PagedCall.of(number -> http.get("/api/permissions/page")
                .query(names.of(QueryParameter.ROWS_PER_PAGE), query.rowsPerPage())
                .query(names.of(QueryParameter.PAGE_NUMBER), number)
                .query(names.of(QueryParameter.PERMISSION_ID), query.ids())
                .returning(PermissionUsagePage.JSON));
    }

    /**
     * The ids of all permissions, those that say the same together: {@code GET /api/permissions/ids}.
     *
     * @return a call that yields an immutable list in the server's order
     */
    public ApiCall<List<PermissionIds>> listIds() {
        return http.get("/api/permissions/ids").returning(Json.listOf(PermissionIds.JSON));
    }
}
