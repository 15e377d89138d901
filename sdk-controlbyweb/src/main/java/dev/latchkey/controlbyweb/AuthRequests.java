package dev.latchkey.controlbyweb;

import dev.latchkey.core.ApiCall;
import dev.latchkey.core.auth.Tokens;
import dev.latchkey.core.http.HttpApi;
import dev.latchkey.core.oauth2.OAuth2TokenService;
import dev.latchkey.core.oauth2.TokenEndpoint;
import dev.latchkey.core.vendor.TokenService;

/** What the session and {@link Auth} send alike. */
final class AuthRequests {
    private final HttpApi http;

    AuthRequests(HttpApi http) {
        this.http = http;
    }

    static TokenService tokenService(HttpApi http) {
        AuthRequests requests = new AuthRequests(http);
        return OAuth2TokenService.of(requests.tokens())
                .withProfile(UserProfile.JSON)
                .withBearerLogout(requests::logout);
    }

    TokenEndpoint tokens() {
        return TokenEndpoint.at(http, "/v1/auth/token");
    }

    ApiCall<Confirmation> logout(Tokens tokens) {
        return http.post("/v1/auth/logout").as(tokens).returning(Confirmation::read);
    }
}
