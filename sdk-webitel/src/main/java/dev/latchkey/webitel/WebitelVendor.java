package dev.latchkey.webitel;

import dev.latchkey.core.auth.AuthScheme;
import dev.latchkey.core.auth.TokenService;
import dev.latchkey.core.http.ErrorFormat;
import dev.latchkey.core.http.HttpApi;
import dev.latchkey.core.http.Vendor;
import org.jspecify.annotations.Nullable;

final class WebitelVendor implements Vendor {
    private final AuthScheme scheme = new WebitelScheme();
    private final ErrorFormat errors = new WebitelErrors(() -> this.sendsDomainToken);
    private volatile boolean sendsDomainToken;

    void sendDomainToken() {
        sendsDomainToken = true;
    }

    @Override
    public String name() {
        return "webitel";
    }

    /** Each customer has a server of their own. */
    @Override
    public @Nullable String defaultBaseUrl() {
        return null;
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
        return new WebitelTokens(http);
    }
}
