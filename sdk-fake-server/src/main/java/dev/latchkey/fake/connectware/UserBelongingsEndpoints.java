package dev.latchkey.fake.connectware;

import dev.latchkey.fake.FakeRequest;
import dev.latchkey.fake.FakeResponse;

/** The certificates and the roles of a user. */
final class UserBelongingsEndpoints implements Endpoints {
    private final Connectware state;

    UserBelongingsEndpoints(Connectware state) {
        this.state = state;
    }

    @Override
    public void register(Routes routes) {
        routes.authorized("POST", "/api/users/{id}/certificates", this::addCertificate);
        routes.authorized("DELETE", "/api/users/{id}/certificates", this::removeCertificate);
        routes.authorized("POST", "/api/users/{id}/roles", this::addRole);
        routes.authorized("DELETE", "/api/users/{id}/roles", this::removeRole);
    }

    private FakeResponse addCertificate(FakeRequest request, Caller caller) {
        User user = user(request);
        String fingerprint = Body.of(request).text("fingerprint");
        String now = Views.date(state.clock.instant());
        user.certificates.putIfAbsent(fingerprint, new FakeCertificate(fingerprint, now, null));
        return FakeResponse.empty(201);
    }

    private FakeResponse removeCertificate(FakeRequest request, Caller caller) {
        User user = user(request);
        if (user.certificates.remove(Body.of(request).text("fingerprint")) == null) {
            throw Problem.notFound("The user has no certificate with this fingerprint");
        }
        return state.views.none();
    }

    private FakeResponse addRole(FakeRequest request, Caller caller) {
        User user = user(request);
        user.roleIds.add(state.directory.requireRole(Body.of(request).text("roleId")).id);
        return FakeResponse.empty(201);
    }

    private FakeResponse removeRole(FakeRequest request, Caller caller) {
        User user = user(request);
        state.directory.removeRole(user, Body.of(request).text("roleId"));
        return state.views.none();
    }

    private User user(FakeRequest request) {
        return state.directory.requireUser(request.pathVariable("id"));
    }
}
