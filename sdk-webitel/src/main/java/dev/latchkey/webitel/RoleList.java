package dev.latchkey.webitel;

import dev.latchkey.core.json.Json;
import dev.latchkey.core.json.RecordAdapter;
import java.util.List;
import java.util.Map;

/**
 * The roles of a server.
 *
 * @param roles their names, without {@code root}; immutable
 * @param parents of each role that inherits, those that it inherits from; immutable
 */
public record RoleList(List<String> roles, Map<String, List<String>> parents) {
    static final RecordAdapter<RoleList> JSON = RecordAdapter.of("RoleList", r -> {
        var roles = r.list("roles", Json.STRING, RoleList::roles);
        var parents = r.orElse("parents", Json.mapOf(Json.listOrSingle(Json.STRING)), Map.of(), RoleList::parents);
        return in -> new RoleList(in.get(roles), in.get(parents));
    });

    /** Copies both. */
    public RoleList {
        roles = List.copyOf(roles);
        parents = new Acl(parents).rights();
    }
}
