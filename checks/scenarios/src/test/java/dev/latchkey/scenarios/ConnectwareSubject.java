package dev.latchkey.scenarios;

import dev.latchkey.connectware.ConnectwareClient;
import dev.latchkey.connectware.ConnectwareClientBuilder;
import dev.latchkey.core.auth.LogoutResult;
import dev.latchkey.core.http.ClientBuilder;
import dev.latchkey.fake.FakeResponse;
import dev.latchkey.fake.FakeServer;
import dev.latchkey.fake.connectware.FakeConnectware;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/** Connectware: no refresh tokens, so that every renewal is a login, and no logout. */
final class ConnectwareSubject implements Subject {
    private static final String SERVICE = "/api/services/{id}";
    private static final String ID = "pump-1";

    private final FakeConnectware fake;

    ConnectwareSubject() {
        fake = FakeConnectware.withAdmin(Secrets.USERNAME, Secrets.PASSWORD);
        fake.settings().secretMarker(Secrets.MARKER);
        fake.handleAuthorized("GET", SERVICE, request -> FakeResponse.json(200, Map.of("id", ID)));
        fake.handleAuthorized("POST", SERVICE, request -> FakeResponse.json(201, Map.of("id", ID)));
    }

    @Override
    public FakeServer fake() {
        return fake;
    }

    @Override
    public TestClient client(Consumer<ClientBuilder<?>> options) {
        ConnectwareClientBuilder builder = ConnectwareClient.builder()
                .baseUrl(fake.baseUrl())
                .credentials(Secrets.USERNAME, Secrets.PASSWORD)
                .tokenIdParameter("tokenId")
                .timeSource(new FakeTime(fake.clock()));
        options.accept(builder);
        ConnectwareClient client = builder.build();
        return new TestClient(
                client,
                client.session(),
                client.request("GET", SERVICE, ID).returningText(),
                client.request("POST", SERVICE, ID));
    }

    @Override
    public Endpoint renewal() {
        return new Endpoint("POST", "/api/login");
    }

    @Override
    public Endpoint protectedEndpoint() {
        return new Endpoint("GET", SERVICE);
    }

    @Override
    public Endpoint writtenEndpoint() {
        return new Endpoint("POST", SERVICE);
    }

    @Override
    public String protectedUrl() {
        return fake.baseUrl() + "/api/services/" + ID;
    }

    @Override
    public void tokensLive(Duration lifetime) {
        fake.settings().tokenLifetime(lifetime);
    }

    @Override
    public Duration beyondExpiry() {
        return Duration.ofHours(13);
    }

    @Override
    public void revokeAccessTokens() {
        fake.revokeTokens();
    }

    @Override
    public LogoutResult logoutReaches() {
        return LogoutResult.LOCAL_ONLY;
    }

    @Override
    public boolean hasLiveSession() {
        return fake.liveSessions() > 0;
    }

    /** There are none. */
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
        return "Connectware";
    }
}
