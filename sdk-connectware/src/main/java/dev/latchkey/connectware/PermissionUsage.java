package dev.latchkey.connectware;

import dev.latchkey.core.json.Json;
import dev.latchkey.core.json.RecordAdapter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A resource, and who may do what with it. Any of these may be missing.
 *
 * @param resource an MQTT topic or the path of a URL
 * @param context whether the resource is a topic or a path
 * @param usage who may do what; immutable, empty if the server does not say
 */
public record PermissionUsage(
        @Nullable String resource, @Nullable PermissionContext context, List<PermissionUse> usage) {
    static final RecordAdapter<PermissionUsage> JSON = RecordAdapter.of("PermissionUsage", r -> {
        var resource = r.optional("resource", Lenient.TEXT, PermissionUsage::resource);
        var context = r.optional("context", PermissionContext.JSON, PermissionUsage::context);
        var usage = r.orElse("usage", Json.listOrSingle(PermissionUse.JSON), List.of(), PermissionUsage::usage);
        return in -> new PermissionUsage(in.get(resource), in.get(context), in.get(usage));
    });

    /** Copies the list. */
    public PermissionUsage {
        usage = List.copyOf(usage);
    }
}
