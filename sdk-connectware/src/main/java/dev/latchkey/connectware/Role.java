package dev.latchkey.connectware;

import dev.latchkey.core.json.Json;
import dev.latchkey.core.json.RecordAdapter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A set of permissions that users may have. Any of these may be missing in an answer.
 *
 * @param id under which the server knows it
 * @param name what it is called
 * @param isShared whether several users may have it
 * @param permissions what it allows; immutable, empty if the server does not say
 */
public record Role(
        @Nullable String id,
        @Nullable String name,
        @Nullable Boolean isShared,
        List<Permission> permissions) {
    static final RecordAdapter<Role> JSON = RecordAdapter.of("Role", r -> {
        var id = r.optional("id", Lenient.TEXT, Role::id);
        var name = r.optional("name", Lenient.TEXT, Role::name);
        var shared = r.optional("isShared", Lenient.FLAG, Role::isShared).alias("isshared");
        var permissions = r.orElse("permissions", Json.listOrSingle(Permission.JSON), List.of(), Role::permissions);
        return in -> new Role(in.get(id), in.get(name), in.get(shared), in.get(permissions));
    });

    /** Copies the permissions. */
    public Role {
        permissions = List.copyOf(permissions);
    }
}
