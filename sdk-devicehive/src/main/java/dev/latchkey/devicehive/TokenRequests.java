package dev.latchkey.devicehive;

import dev.latchkey.core.auth.Credentials;
import dev.latchkey.core.http.Endpoint;
import dev.latchkey.core.http.HttpApi;
import dev.latchkey.core.json.Json;
import dev.latchkey.core.json.RecordAdapter;

/** What the session and {@link TokenOperations} send alike, without any token: a stale one would be refused. */
final class TokenRequests {
    private final HttpApi http;

    TokenRequests(HttpApi http) {
        this.http = http;
    }

    Endpoint login(Credentials credentials) {
        return http.post("/token")
                .anonymous()
                .secretAnswer()
                .mask(credentials.password())
                .json(Login.JSON, new Login(credentials.username(), credentials.password()));
    }

    Endpoint refresh(String refreshToken) {
        return http.post("/token/refresh")
                .anonymous()
                .secretAnswer()
                .mask(refreshToken)
                .json(Refresh.JSON, new Refresh(refreshToken));
    }

    private record Login(String login, String password) {
        static final RecordAdapter<Login> JSON = RecordAdapter.of("Login", r -> {
            var login = r.required("login", Json.STRING, Login::login);
            var password = r.required("password", Json.STRING, Login::password);
            return in -> new Login(in.get(login), in.get(password));
        });

        @Override
        public String toString() {
            return "Login[login=" + login + ", password=***]";
        }
    }

    private record Refresh(String refreshToken) {
        static final RecordAdapter<Refresh> JSON = RecordAdapter.of("Refresh", r -> {
            var refreshToken = r.required("refreshToken", Json.STRING, Refresh::refreshToken);
            return in -> new Refresh(in.get(refreshToken));
        });

        @Override
        public String toString() {
            return "Refresh[refreshToken=***]";
        }
    }
}
