package dev.latchkey.reliability.keycloak;

import dev.latchkey.core.ApiCall;
import dev.latchkey.core.auth.Session;
import dev.latchkey.core.auth.Tokens;
import dev.latchkey.core.http.ClientBuilder;
import dev.latchkey.core.http.Endpoint;
import dev.latchkey.core.http.HttpApi;
import dev.latchkey.core.oauth2.IssuedToken;

/** A client of one realm, made as a vendor's module makes its own. */
final class KeycloakClient implements AutoCloseable {
    private final KeycloakVendor vendor;
    private final HttpApi http;

    private KeycloakClient(KeycloakVendor vendor, HttpApi http) {
        this.vendor = vendor;
        this.http = http;
    }

    static Builder of(KeycloakVendor vendor) {
        return new Builder(vendor);
    }

    Session session() {
        return http.session();
    }

    /** What the realm tells of the user: a call that needs a live session. */
    ApiCall<String> userInfo() {
        return userInfoEndpoint().returningText();
    }

    /** The same with other tokens. */
    ApiCall<String> userInfo(Tokens tokens) {
        return userInfoEndpoint().as(tokens).returningText();
    }

    /** Spends a refresh token as a thief would, past the session. */
    ApiCall<Tokens> spend(String refreshToken) {
        return vendor.endpoint(http)
                .refresh(refreshToken)
                .returning(answer -> IssuedToken.read(answer).tokens());
    }

    Endpoint request(String method, String path, Object... arguments) {
        return http.request(method, path, arguments);
    }

    private Endpoint userInfoEndpoint() {
        return http.get(KeycloakVendor.openId(vendor.realm(), "userinfo"));
    }

    @Override
    public void close() {
        http.close();
    }

    static final class Builder extends ClientBuilder<Builder> {
        private final KeycloakVendor vendor;

        private Builder(KeycloakVendor vendor) {
            super(vendor);
            this.vendor = vendor;
        }

        KeycloakClient build() {
            return new KeycloakClient(vendor, open());
        }

        @Override
        protected Builder self() {
            return this;
        }
    }
}
