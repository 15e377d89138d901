package dev.latchkey.reliability.keycloak;

import dev.latchkey.core.ApiCall;
import dev.latchkey.core.auth.AuthScheme;
import dev.latchkey.core.auth.TokenService;
import dev.latchkey.core.auth.Tokens;
import dev.latchkey.core.http.Endpoint;
import dev.latchkey.core.http.ErrorFormat;
import dev.latchkey.core.http.HttpApi;
import dev.latchkey.core.http.Vendor;
import dev.latchkey.core.oauth2.OAuth2Errors;
import dev.latchkey.core.oauth2.OAuth2TokenService;
import dev.latchkey.core.oauth2.TokenEndpoint;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The fifth vendor: all that core has to be told of a realm of Keycloak. */
record KeycloakVendor(
        String realm, String clientId, @Nullable String clientSecret) implements Vendor {

    static String openId(String realm, String endpoint) {
        return "/realms/" + realm + "/protocol/openid-connect/" + endpoint;
    }

    @Override
    public String name() {
        return "keycloak";
    }

    @Override
    public @Nullable String defaultBaseUrl() {
        return null;
    }

    @Override
    public AuthScheme scheme() {
        return AuthScheme.bearer();
    }

    @Override
    public ErrorFormat errors() {
        return OAuth2Errors.INSTANCE;
    }

    @Override
    public TokenService tokens(HttpApi http) {
        return OAuth2TokenService.of(endpoint(http)).withLogout(tokens -> logout(http, tokens));
    }

    TokenEndpoint endpoint(HttpApi http) {
        TokenEndpoint endpoint = TokenEndpoint.at(http, openId(realm, "token"));
        return (clientSecret == null ? endpoint.withClient(clientId) : endpoint.withClient(clientId, clientSecret))
                .withParameter("scope", "openid");
    }

    /** The server ends a session that has no refresh token left to show as well, but asks a person first. */
    private ApiCall<?> logout(HttpApi http, Tokens tokens) {
        Endpoint logout = http.post(openId(realm, "logout"))
                .anonymous()
                .secret()
                .form("client_id", clientId)
                .secretForm("refresh_token", Objects.requireNonNull(tokens.refreshToken()));
        return (clientSecret == null ? logout : logout.secretForm("client_secret", clientSecret)).returningNothing();
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return "KeycloakVendor[" + realm + ", " + clientId + "]";
    }
}
