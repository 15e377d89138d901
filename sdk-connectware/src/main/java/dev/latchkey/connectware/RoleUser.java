package dev.latchkey.connectware;

import dev.latchkey.core.json.RecordAdapter;
import org.jspecify.annotations.Nullable;

/**
 * A user who has a role. Either may be missing.
 *
 * @param id under which the server knows the user
 * @param username with which the user logs in
 */
public record RoleUser(@Nullable String id, @Nullable String username) {
    static final RecordAdapter<RoleUser> JSON = RecordAdapter.of("RoleUser", r -> {
        var id = r.optional("id", Lenient.TEXT, RoleUser::id);
        var username = r.optional("username", Lenient.TEXT, RoleUser::username);
        return in -> new RoleUser(in.get(id), in.get(username));
    });
}
