package dev.latchkey.controlbyweb;

import dev.latchkey.core.json.Json;
import dev.latchkey.core.json.RecordAdapter;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A node in the tree of everything that may be permitted: a role with the nodes below it, or a single permission.
 *
 * @param id the name of the role or of the permission, such as {@code User Manager} or {@code Add Users}
 * @param label how to show it, null if the server does not say
 * @param children the nodes below, empty for a single permission; immutable
 */
public record PermissionNode(String id, @Nullable String label, List<PermissionNode> children) {
    static final RecordAdapter<PermissionNode> JSON = RecordAdapter.of("PermissionNode", r -> {
        var id = r.required("id", Json.STRING_LENIENT, PermissionNode::id);
        var label = r.optional("label", Json.lenient(Json.STRING_LENIENT), PermissionNode::label);
        var below = Json.lenient(Json.listOf(Json.lenient(Json.lazy(() -> PermissionNode.JSON))));
        var children = r.orElse("children", below, List.of(), PermissionNode::children);
        return in -> new PermissionNode(in.get(id), in.get(label), in.get(children));
    });

    /** Copies the children. */
    public PermissionNode {
        children = List.copyOf(children);
    }

    /**
     * This node and all below it, each before its children.
     *
     * @return at least this node
     */
    public Stream<PermissionNode> stream() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(PermissionNode::stream));
    }
}
