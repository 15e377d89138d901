package dev.latchkey.scenarios;

import dev.latchkey.core.auth.LogoutResult;
import dev.latchkey.core.http.ClientBuilder;
import dev.latchkey.devicehive.DeviceHiveClient;
import dev.latchkey.fake.FakeResponse;
import dev.latchkey.fake.FakeServer;
import dev.latchkey.fake.devicehive.FakeDeviceHive;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/** DeviceHive: one refresh token that buys access tokens until it expires, none of which a refresh or a logout kills. */
final class DeviceHiveSubject implements Subject {
    private static final String DEVICE = "/device/{id}";
    private static final String COMMANDS = "/device/{id}/command";
    private static final String ID = "thermostat-1";

    private final FakeDeviceHive fake;

    DeviceHiveSubject() {
        fake = FakeDeviceHive.withAdmin(Secrets.USERNAME, Secrets.PASSWORD);
        fake.settings().secretMarker(Secrets.MARKER);
        fake.handleAuthorized("GET", DEVICE, request -> FakeResponse.json(200, Map.of("id", ID)));
        fake.handleAuthorized("POST", COMMANDS, request -> FakeResponse.json(201, Map.of("id", 1)));
    }

    @Override
    public FakeServer fake() {
        return fake;
    }

    @Override
    public TestClient client(Consumer<ClientBuilder<?>> options) {
        DeviceHiveClient.Builder builder = DeviceHiveClient.builder()
                .baseUrl(fake.baseUrl())
                .credentials(Secrets.USERNAME, Secrets.PASSWORD)
                .timeSource(new FakeTime(fake.clock()));
        options.accept(builder);
        DeviceHiveClient client = builder.build();
        return new TestClient(
                client,
                client.session(),
                client.request("GET", DEVICE, ID).returningText(),
                client.request("POST", COMMANDS, ID));
    }

    @Override
    public Endpoint renewal() {
        return new Endpoint("POST", "/token/refresh");
    }

    @Override
    public Endpoint login() {
        return new Endpoint("POST", "/token");
    }

    @Override
    public boolean refreshes() {
        return true;
    }

    @Override
    public Endpoint protectedEndpoint() {
        return new Endpoint("GET", DEVICE);
    }

    @Override
    public Endpoint writtenEndpoint() {
        return new Endpoint("POST", COMMANDS);
    }

    @Override
    public String protectedUrl() {
        return fake.baseUrl() + "/device/" + ID;
    }

    @Override
    public void tokensLive(Duration lifetime) {
        fake.settings().accessTokenLifetime(lifetime);
    }

    @Override
    public Duration beyondExpiry() {
        return Duration.ofMinutes(31);
    }

    @Override
    public void revokeAccessTokens() {
        fake.revokeAccessTokens();
    }

    @Override
    public LogoutResult logoutReaches() {
        return LogoutResult.LOCAL_ONLY;
    }

    /** No logout ends a token. */
    @Override
    public boolean hasLiveSession() {
        return true;
    }

    /** A refresh spends nothing. */
    @Override
    public int reusedRefreshTokens() {
        return 0;
    }

    @Override
    public void close() {
        fake.close();
    }

    @Override
    public String toString() {
        return "DeviceHive";
    }
}
