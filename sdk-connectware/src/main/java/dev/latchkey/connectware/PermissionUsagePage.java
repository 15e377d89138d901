package dev.latchkey.connectware;

import dev.latchkey.core.json.RecordAdapter;
import java.util.List;

/**
 * A page of permissions, with those who have them.
 *
 * @param permissions the permissions on it; immutable
 * @param pagination where the page is in its listing
 */
public record PermissionUsagePage(List<PermissionUsage> permissions, Pagination pagination)
        implements Paginated<PermissionUsage> {
    static final RecordAdapter<PermissionUsagePage> JSON = RecordAdapter.of("PermissionUsagePage", r -> {
        var permissions = r.list("permissions", PermissionUsage.JSON, PermissionUsagePage::permissions);
        var pagination = r.orElse("pagination", Pagination.JSON, Pagination.UNKNOWN, PermissionUsagePage::pagination);
        return in -> new PermissionUsagePage(in.get(permissions), in.get(pagination));
    });

    /** Copies the list. */
    public PermissionUsagePage {
        permissions = List.copyOf(permissions);
    }

    /** Returns {@link #permissions()}. */
    @Override
    public List<PermissionUsage> items() {
        return permissions;
    }
}
