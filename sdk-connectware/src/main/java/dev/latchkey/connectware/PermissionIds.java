package dev.latchkey.connectware;

import dev.latchkey.core.json.Json;
import dev.latchkey.core.json.RecordAdapter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The ids of all permissions that say the same. Any of these may be missing.
 *
 * @param resource an MQTT topic or the path of a URL
 * @param operation what may be done
 * @param context whether the resource is a topic or a path
 * @param ids under which the server knows them; immutable, empty if the server does not say
 */
public record PermissionIds(
        @Nullable String resource,
        @Nullable PermissionOperation operation,
        @Nullable PermissionContext context,
        List<String> ids) {
    static final RecordAdapter<PermissionIds> JSON = RecordAdapter.of("PermissionIds", r -> {
        var resource = r.optional("resource", Lenient.TEXT, PermissionIds::resource);
        var operation = r.optional("operation", PermissionOperation.JSON, PermissionIds::operation);
        var context = r.optional("context", PermissionContext.JSON, PermissionIds::context);
        var ids = r.orElse("ids", Json.listOrSingle(Lenient.TEXT), List.of(), PermissionIds::ids);
        return in -> new PermissionIds(in.get(resource), in.get(operation), in.get(context), in.get(ids));
    });

    /** Copies the list. */
    public PermissionIds {
        ids = List.copyOf(ids);
    }
}
