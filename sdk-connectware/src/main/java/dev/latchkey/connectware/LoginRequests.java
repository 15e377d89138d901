package dev.latchkey.connectware;

import dev.latchkey.core.auth.Credentials;
import dev.latchkey.core.http.Endpoint;
import dev.latchkey.core.http.HttpApi;
import dev.latchkey.core.http.Repeat;
import dev.latchkey.core.json.RecordAdapter;
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
        Body body = new Body(credentials.username(), credentials.password(), lifetimeHours, label);
        return http.post("/api/login")
                .anonymous()
                .secretAnswer()
                .repeat(Repeat.NEVER)
                .mask(credentials.password())
                .json(Body.JSON, body);
    }

    private record Body(
            String username,
            String password,
            @Nullable Integer expireTimeInHours,
            @Nullable String label) {
        static final RecordAdapter<Body> JSON = RecordAdapter.of("Login", r -> {
            var username = r.required("username", Lenient.TEXT, Body::username);
            var password = r.required("password", Lenient.TEXT, Body::password);
            var hours = r.optional("expireTimeInHours", Lenient.NUMBER, Body::expireTimeInHours);
            var label = r.optional("label", Lenient.TEXT, Body::label);
            return in -> new Body(in.get(username), in.get(password), in.get(hours), in.get(label));
        });

        @Override
        public String toString() {
            return "Login[username=" + username + ", password=***]";
        }
    }
}
