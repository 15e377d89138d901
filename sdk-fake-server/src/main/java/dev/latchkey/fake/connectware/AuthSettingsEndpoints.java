package dev.latchkey.fake.connectware;

import dev.latchkey.fake.FakeResponse;

/** How the server authenticates, as the test says it. */
final class AuthSettingsEndpoints implements Endpoints {
    private final ConnectwareSettings settings;

    AuthSettingsEndpoints(ConnectwareSettings settings) {
        this.settings = settings;
    }

    /** A browser asks for the last one before anybody is logged in. */
    @Override
    public void register(Routes routes) {
        routes.authorized("GET", "/api/auth/ldap", (request, caller) -> FakeResponse.json(200, settings.ldap()));
        routes.authorized(
                "GET", "/api/auth/mfa", (request, caller) -> FakeResponse.json(200, settings.mfaConfiguration()));
        routes.open("GET", "/api/auth/msEntraId", request -> FakeResponse.json(200, settings.entra()));
    }
}
