package dev.latchkey.connectware;

import dev.latchkey.core.json.RecordAdapter;
import java.util.List;

/**
 * A page of roles.
 *
 * @param roles the roles on it; immutable
 * @param pagination where the page is in its listing
 */
public record RolePage(List<PagedRole> roles, Pagination pagination) implements Paginated<PagedRole> {
    static final RecordAdapter<RolePage> JSON = RecordAdapter.of("RolePage", r -> {
        var roles = r.list("roles", PagedRole.JSON, RolePage::roles);
        var pagination = r.orElse("pagination", Pagination.JSON, Pagination.UNKNOWN, RolePage::pagination);
        return in -> new RolePage(in.get(roles), in.get(pagination));
    });

    /** Copies the list. */
    public RolePage {
        roles = List.copyOf(roles);
    }

    /** Returns {@link #roles()}. */
    @Override
    public List<PagedRole> items() {
        return roles;
    }
}
