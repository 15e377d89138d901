package dev.latchkey.core.json;

import com.squareup.moshi.JsonAdapter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A record that holds itself, as the tree of permissions of ControlByWeb does. */
record PermissionNode(String id, @Nullable String label, List<PermissionNode> children) {
    static final JsonAdapter<PermissionNode> JSON = RecordAdapter.of("PermissionNode", r -> {
        var id = r.required("id", Json.STRING, PermissionNode::id);
        var label = r.optional("label", Json.STRING, PermissionNode::label);
        var children = r.list("children", Json.lazy(() -> PermissionNode.JSON), PermissionNode::children);
        return in -> new PermissionNode(in.get(id), in.get(label), in.get(children));
    });
}
