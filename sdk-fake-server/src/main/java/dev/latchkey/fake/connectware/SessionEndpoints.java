package dev.latchkey.fake.connectware;

import dev.latchkey.fake.FakeRequest;
import dev.latchkey.fake.FakeResponse;
import dev.latchkey.fake.internal.Json;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Logging in, and who is logged in. */
final class SessionEndpoints implements Endpoints {
    private final Connectware state;

    SessionEndpoints(Connectware state) {
        this.state = state;
    }

    @Override
    public void register(Routes routes) {
        routes.open("POST", "/api/login", this::login);
        routes.authorized("GET", "/api/session", this::session);
    }

    private FakeResponse login(FakeRequest request) {
        Body body = Body.of(request);
        String username = body.text("username");
        String password = body.text("password");
        Duration lifetime = lifetime(body.optionalInteger("expireTimeInHours"));
        String label = body.optionalText("label");
        User user = state.directory.userNamed(username);
        if (user == null || !user.acceptsPassword(password)) {
            throw Problem.unauthorized("Wrong username or password");
        }
        return FakeResponse.json(200, state.logins.begin(user, lifetime, label));
    }

    private FakeResponse session(FakeRequest request, Caller caller) {
        User user = caller.user();
        AccessToken token = caller.token();
        return FakeResponse.json(
                200,
                Json.object(
                        "username",
                        user.username,
                        "expiresAt",
                        token == null ? null : Views.date(token.expiresAt()),
                        "permissions",
                        Views.permissions(state.directory.permissionsOf(user)),
                        "mfa",
                        Json.object("enabled", user.mfa.isEnrolled(), "enforced", user.enforceMfaEnrollment)));
    }

    private Duration lifetime(@Nullable Long hours) {
        if (hours == null) {
            return state.settings.tokenLifetime();
        }
        if (hours < 1 || hours > Integer.MAX_VALUE) {
            throw Problem.badRequest("expireTimeInHours has to be 1 or more");
        }
        return Duration.ofHours(hours);
    }
}
