package dev.latchkey.connectware;

import dev.latchkey.core.auth.AuthScheme;
import dev.latchkey.core.auth.TokenService;
import dev.latchkey.core.http.ErrorFormat;
import dev.latchkey.core.http.HttpApi;
import dev.latchkey.core.http.Vendor;
import org.jspecify.annotations.Nullable;

final class ConnectwareVendor implements Vendor {
    private final ConnectwareOptions options;
    private final ErrorFormat errors = new ConnectwareErrors();

    ConnectwareVendor(ConnectwareOptions options) {
        this.options = options;
    }

    @Override
    public String name() {
        return "connectware";
    }

    @Override
    public @Nullable String defaultBaseUrl() {
        return null;
    }

    @Override
    public AuthScheme scheme() {
        return options.scheme();
    }

    @Override
    public ErrorFormat errors() {
        return errors;
    }

    @Override
    public TokenService tokens(HttpApi http) {
        return new ConnectwareTokens(new LoginRequests(http, options), new MfaRequests(http));
    }
}
