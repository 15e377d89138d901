package dev.latchkey.fake.connectware;

import dev.latchkey.fake.FakeRequest;
import dev.latchkey.fake.FakeResponse;
import dev.latchkey.fake.internal.Json;
import java.util.List;

/** Multi-factor authentication. */
final class MfaEndpoints implements Endpoints {
    private final Connectware state;

    MfaEndpoints(Connectware state) {
        this.state = state;
    }

    @Override
    public void register(Routes routes) {
        routes.authorized("POST", "/api/mfa/enable", this::enable);
        routes.authorized("POST", "/api/mfa/validate", this::validate);
        routes.open("POST", "/api/mfa/login", this::login);
        routes.authorized("POST", "/api/mfa/disable", this::disable);
        routes.authorized("POST", "/api/mfa/regenerate/backupcodes", this::regenerateBackupCodes);
    }

    private FakeResponse enable(FakeRequest request, Caller caller) {
        return FakeResponse.json(200, Json.object("uri", state.secondFactor.offer(caller.user())));
    }

    private FakeResponse validate(FakeRequest request, Caller caller) {
        String otp = Body.of(request).text("otp");
        return backupCodes(state.secondFactor.confirm(caller.user(), otp));
    }

    private FakeResponse login(FakeRequest request) {
        return FakeResponse.json(200, state.logins.finish(Body.of(request)));
    }

    private FakeResponse disable(FakeRequest request, Caller caller) {
        state.secondFactor.check(caller.user(), Body.of(request));
        caller.user().mfa.clear();
        return state.views.none();
    }

    private FakeResponse regenerateBackupCodes(FakeRequest request, Caller caller) {
        state.secondFactor.check(caller.user(), Body.of(request));
        return backupCodes(state.secondFactor.regenerate(caller.user()));
    }

    private static FakeResponse backupCodes(List<String> codes) {
        return FakeResponse.json(200, Json.object("backupCodes", codes));
    }
}
