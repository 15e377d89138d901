package dev.latchkey.controlbyweb;

import dev.latchkey.core.auth.AuthScheme;
import dev.latchkey.core.auth.TokenService;
import dev.latchkey.core.http.ErrorFormat;
import dev.latchkey.core.http.HttpApi;
import dev.latchkey.core.http.Vendor;
import dev.latchkey.core.oauth2.OAuth2TokenService;

final class ControlByWebVendor implements Vendor {
    private final AuthScheme scheme = new ControlByWebScheme();
    private final ErrorFormat errors = new ControlByWebErrors();

    @Override
    public String name() {
        return "controlbyweb";
    }

    @Override
    public String defaultBaseUrl() {
        return "https://api.controlbyweb.cloud/api";
    }

    @Override
    public AuthScheme scheme() {
        return scheme;
    }

    @Override
    public ErrorFormat errors() {
        return errors;
    }

    @Override
    public TokenService tokens(HttpApi http) {
        AuthRequests requests = new AuthRequests(http);
        return OAuth2TokenService.of(requests.tokens())
                .withProfile(UserProfile.JSON)
                .withBearerLogout(requests::logout);
    }
}
