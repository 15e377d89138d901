package dev.latchkey.connectware;

import dev.latchkey.core.auth.Credentials;
import dev.latchkey.core.http.Endpoint;
import dev.latchkey.core.http.HttpApi;
import dev.latchkey.core.http.Repeat;
import org.jspecify.annotations.Nullable;

/** What the session and {@link Auth} send alike: {@code POST /api/login}, without a token and never repeated by itself. */
final class LoginRequests {
    private final HttpApi http;
    private final @Nullable Integer lifetimeHours;
    private final @Nullable String label;

    LoginRequests(HttpApi http, ConnectwareOptions options) {
        this.http = http;
        this.lifetimeHours = options.tokenLifetimeHours();
        this.label = options.tokenLabel();
    }

    /** To be ended with {@code returning(LoginAnswer::read)}. */
    Endpoint login(Credentials credentials) {
        return login(request(credentials));
    }

    LoginRequest request(Credentials credentials) {
        return new LoginRequest(credentials.username(), credentials.password(), lifetimeHours, label);
    }

    /** To be ended with {@code returning(LoginAnswer::read)}. */
    Endpoint login(LoginRequest request) {
        return http.post("/api/login")
                .anonymous()
                .secretAnswer()
                .salvaged()
                .repeat(Repeat.NEVER)
                .mask(request.password())
                .json(LoginRequest.JSON, request);
    }
}
