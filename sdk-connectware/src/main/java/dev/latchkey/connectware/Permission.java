package dev.latchkey.connectware;

import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.json.RecordAdapter;
import org.jspecify.annotations.Nullable;

/**
 * Who has it may do something with a resource. In answers any of these may be missing; in requests the id is optional.
 *
 * @param id under which the server knows it
 * @param resource an MQTT topic or the path of a URL, possibly with the wildcards of MQTT
 * @param operation what may be done
 * @param context whether the resource is a topic or a path
 */
public record Permission(
        @Nullable String id,
        @Nullable String resource,
        @Nullable PermissionOperation operation,
        @Nullable PermissionContext context) {
    static final RecordAdapter<Permission> JSON = RecordAdapter.of("Permission", r -> {
        var id = r.optional("id", Lenient.TEXT, Permission::id);
        var resource = r.optional("resource", Lenient.TEXT, Permission::resource);
        var operation = r.optional("operation", PermissionOperation.JSON, Permission::operation);
        var context = r.optional("context", PermissionContext.JSON, Permission::context);
        return in -> new Permission(in.get(id), in.get(resource), in.get(operation), in.get(context));
    });

    /**
     * A permission to be given.
     *
     * @param resource an MQTT topic or the path of a URL
     * @param operation what may be done
     * @param context whether the resource is a topic or a path
     * @return a permission without an id
     * @throws InvalidInputException if the resource is blank
     */
    public static Permission of(String resource, PermissionOperation operation, PermissionContext context) {
        return new Permission(
                null,
                Inputs.require("resource", resource),
                Inputs.present("operation", operation),
                Inputs.present("context", context));
    }

    /** The same for another role, whose id is the server's to give. */
    Permission asNew() {
        if (operation == null || context == null) {
            throw new InvalidInputException("The permission has no operation or no context. Give it both.");
        }
        return of(Inputs.require("resource", resource), operation, context);
    }
}
