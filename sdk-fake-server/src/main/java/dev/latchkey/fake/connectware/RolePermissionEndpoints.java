package dev.latchkey.fake.connectware;

import dev.latchkey.fake.FakeRequest;
import dev.latchkey.fake.FakeResponse;

/** The permissions of a role. */
final class RolePermissionEndpoints implements Endpoints {
    private final Connectware state;

    RolePermissionEndpoints(Connectware state) {
        this.state = state;
    }

    @Override
    public void register(Routes routes) {
        routes.authorized("GET", "/api/roles/{id}/permissions", this::list);
        routes.authorized("POST", "/api/roles/{id}/permissions", this::add);
        routes.authorized("GET", "/api/roles/{id}/permissions/{pemId}", this::get);
        routes.authorized("PUT", "/api/roles/{id}/permissions/{pemId}", this::update);
        routes.authorized("DELETE", "/api/roles/{id}/permissions/{pemId}", this::delete);
    }

    private FakeResponse list(FakeRequest request, Caller caller) {
        return FakeResponse.json(200, Views.permissions(role(request).permissions()));
    }

    private FakeResponse add(FakeRequest request, Caller caller) {
        Role role = role(request);
        state.directory.add(role, Forms.permission(Body.of(request)));
        return state.views.none();
    }

    private FakeResponse get(FakeRequest request, Caller caller) {
        return FakeResponse.json(200, Views.permission(role(request).requirePermission(request.pathVariable("pemId"))));
    }

    private FakeResponse update(FakeRequest request, Caller caller) {
        Role role = role(request);
        String id = request.pathVariable("pemId");
        FakePermission old = role.requirePermission(id);
        Body body = Body.of(request);
        role.put(
                id,
                FakePermission.of(
                        body.has("resource") ? body.text("resource") : old.resource(),
                        body.has("operation") ? body.text("operation") : old.operation(),
                        old.context()));
        return state.views.none();
    }

    private FakeResponse delete(FakeRequest request, Caller caller) {
        Role role = role(request);
        role.remove(role.requirePermission(request.pathVariable("pemId")));
        return state.views.none();
    }

    private Role role(FakeRequest request) {
        return state.directory.requireRole(request.pathVariable("id"));
    }
}
