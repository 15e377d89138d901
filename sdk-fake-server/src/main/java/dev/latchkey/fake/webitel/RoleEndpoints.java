package dev.latchkey.fake.webitel;

import dev.latchkey.fake.FakeRequest;
import dev.latchkey.fake.FakeResponse;
import dev.latchkey.fake.internal.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The roles and what they may do. */
final class RoleEndpoints {
    private final Engine engine;

    RoleEndpoints(Engine engine) {
        this.engine = engine;
    }

    FakeResponse list(FakeRequest request, Caller caller) {
        require(caller, "r");
        return ok(Json.object("roles", engine.acl.names(), "parents", engine.acl.parents()));
    }

    /** A role that does not exist has no rights. */
    FakeResponse get(FakeRequest request, Caller caller) {
        require(caller, "r");
        return ok(engine.acl.rights(request.pathVariable("name")));
    }

    FakeResponse create(FakeRequest request, Caller caller) {
        require(caller, "c");
        Map<String, @Nullable Object> body = engine.body(request);
        Map<String, @Nullable Object> allows = Json.asObject(body.get("allows"));
        if (allows == null && !(body.get("allows") instanceof List)) {
            throw engine.refusals.badRequest("Bad request");
        }
        if (!(body.get("roles") instanceof String role) || role.isEmpty()) {
            throw engine.refusals.badRequest("Roles is required");
        }
        engine.acl.add(role, parent(body.get("parents")), rights(allows));
        return ok("Created");
    }

    FakeResponse replace(FakeRequest request, Caller caller) {
        require(caller, "u");
        String role = notRoot(request);
        engine.acl.replace(role, rights(engine.body(request)));
        return ok(engine.acl.rights(role));
    }

    FakeResponse delete(FakeRequest request, Caller caller) {
        require(caller, "d");
        engine.acl.remove(notRoot(request));
        return ok("Destroyed");
    }

    private void require(Caller caller, String right) {
        if (!caller.may("acl/roles", right)) {
            throw engine.refusals.forbidden();
        }
    }

    private String notRoot(FakeRequest request) {
        String role = request.pathVariable("name");
        if (role.equals(Acl.ROOT)) {
            throw engine.refusals.badRequest("Bad request.");
        }
        return role;
    }

    /** A list of them is not looked at. */
    private static @Nullable String parent(@Nullable Object parents) {
        return parents instanceof String text && !text.isEmpty() ? text : null;
    }

    private static Map<String, List<String>> rights(@Nullable Map<String, @Nullable Object> json) {
        Map<String, List<String>> rights = new LinkedHashMap<>();
        if (json != null) {
            json.forEach((resource, each) -> rights.put(resource, texts(each)));
        }
        return rights;
    }

    private static List<String> texts(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of(String.valueOf(value));
    }

    private static FakeResponse ok(Object info) {
        return FakeResponse.json(200, Json.object("status", "OK", "info", info));
    }
}
