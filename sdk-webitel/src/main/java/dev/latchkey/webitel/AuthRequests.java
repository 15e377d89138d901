package dev.latchkey.webitel;

import dev.latchkey.core.ApiCall;
import dev.latchkey.core.auth.Credentials;
import dev.latchkey.core.auth.Tokens;
import dev.latchkey.core.http.Endpoint;
import dev.latchkey.core.http.HttpApi;
import dev.latchkey.core.http.Repeat;
import dev.latchkey.core.json.Json;
import dev.latchkey.core.json.RecordAdapter;
import org.jspecify.annotations.Nullable;

/** What the session and {@link Auth} send alike. */
final class AuthRequests {
    static final String LOGIN = "/login";

    private static final RecordAdapter<Credentials> CREDENTIALS = RecordAdapter.of("Credentials", r -> {
        var username = r.required("username", Json.STRING, Credentials::username);
        var password = r.required("password", Json.STRING, Credentials::password);
        return in -> new Credentials(in.get(username), in.get(password));
    });

    private final HttpApi http;

    AuthRequests(HttpApi http) {
        this.http = http;
    }

    /** Whoever is mistaken about a password must not be so several times: the login is sent once. */
    Endpoint login(Credentials credentials, @Nullable String oneTimePassword) {
        Endpoint login = http.post(LOGIN)
                .anonymous()
                .secret()
                .salvaged()
                .repeat(Repeat.NEVER)
                .query("code", oneTimePassword)
                .json(CREDENTIALS, credentials);
        return oneTimePassword == null ? login : login.mask(oneTimePassword);
    }

    ApiCall<Confirmation> logout(Tokens tokens) {
        return http.post("/logout").as(tokens).returning(Confirmation::read);
    }
}
