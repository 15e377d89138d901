package dev.latchkey.devicehive;

import dev.latchkey.core.auth.AuthScheme;
import dev.latchkey.core.auth.TokenService;
import dev.latchkey.core.http.ErrorFormat;
import dev.latchkey.core.http.HttpApi;
import dev.latchkey.core.http.Vendor;
import org.jspecify.annotations.Nullable;

final class DeviceHiveVendor implements Vendor {
    private final AuthScheme scheme = AuthScheme.bearer();
    private final ErrorFormat errors = new DeviceHiveErrors();

    @Override
    public String name() {
        return "devicehive";
    }

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
        return new DeviceHiveTokens(http);
    }
}
