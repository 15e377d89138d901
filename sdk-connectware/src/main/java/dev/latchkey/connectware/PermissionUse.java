package dev.latchkey.connectware;

import dev.latchkey.core.json.RecordAdapter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One user or role that may do something with a resource. Any of these may be missing.
 *
 * @param roleName the role in which the permission is
 * @param roleId under which the server knows that role
 * @param isRoleShared whether several users may have that role, as the server wrote it; see {@link #roleShared}
 * @param username who has it, null for a role that is shared
 * @param userId under which the server knows that user, null for a role that is shared
 * @param operation what may be done
 */
public record PermissionUse(
        @Nullable String roleName,
        @Nullable String roleId,
        @Nullable String isRoleShared,
        @Nullable String username,
        @Nullable String userId,
        @Nullable PermissionOperation operation) {
    static final RecordAdapter<PermissionUse> JSON = RecordAdapter.of("PermissionUse", r -> {
        var roleName = r.optional("roleName", Lenient.TEXT, PermissionUse::roleName);
        var roleId = r.optional("roleId", Lenient.TEXT, PermissionUse::roleId);
        var isRoleShared = r.optional("isRoleShared", Lenient.TEXT, PermissionUse::isRoleShared);
        var username = r.optional("username", Lenient.TEXT, PermissionUse::username);
        var userId = r.optional("userId", Lenient.TEXT, PermissionUse::userId);
        var operation = r.optional("operation", PermissionOperation.JSON, PermissionUse::operation);
        return in -> new PermissionUse(
                in.get(roleName),
                in.get(roleId),
                in.get(isRoleShared),
                in.get(username),
                in.get(userId),
                in.get(operation));
    });

    /**
     * Whether several users may have that role.
     *
     * @return empty if the server does not say, or says neither yes nor no
     */
    public Optional<Boolean> roleShared() {
        return Lenient.flag(isRoleShared);
    }
}
