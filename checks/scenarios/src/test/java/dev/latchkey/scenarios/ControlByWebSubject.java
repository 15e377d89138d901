package dev.latchkey.scenarios;

import dev.latchkey.controlbyweb.ControlByWebClient;
import dev.latchkey.core.http.ClientBuilder;
import dev.latchkey.fake.FakeServer;
import dev.latchkey.fake.controlbyweb.FakeControlByWeb;
import java.time.Duration;
import java.util.function.Consumer;

/** ControlByWeb: refresh tokens that rotate, and a refresh that kills the old access token at once. */
final class ControlByWebSubject implements Subject {
    private static final int ACCOUNT = 1234;

    private final FakeControlByWeb fake;

    ControlByWebSubject() {
        fake = FakeControlByWeb.withUser(Secrets.USERNAME, Secrets.PASSWORD);
        fake.settings().secretMarker(Secrets.MARKER);
    }

    @Override
    public FakeServer fake() {
        return fake;
    }

    @Override
    public TestClient client(Consumer<ClientBuilder<?>> options) {
        ControlByWebClient.Builder builder = ControlByWebClient.builder()
                .baseUrl(fake.baseUrl())
                .credentials(Secrets.USERNAME, Secrets.PASSWORD)
                .timeSource(new FakeTime(fake.clock()));
        options.accept(builder);
        ControlByWebClient client = builder.build();
        return new TestClient(
                client,
                client.session(),
                client.certificateRequestTokens(ACCOUNT).list(),
                client.request("POST", "/v1/accounts/{AccountId}/tokens/create", ACCOUNT));
    }

    @Override
    public Endpoint renewal() {
        return new Endpoint("POST", "/v1/auth/token");
    }

    @Override
    public boolean refreshes() {
        return true;
    }

    @Override
    public Endpoint protectedEndpoint() {
        return new Endpoint("GET", "/v1/accounts/{AccountId}/tokens");
    }

    @Override
    public Endpoint writtenEndpoint() {
        return new Endpoint("POST", "/v1/accounts/{AccountId}/tokens/create");
    }

    @Override
    public String protectedUrl() {
        return fake.baseUrl() + "/v1/accounts/" + ACCOUNT + "/tokens";
    }

    @Override
    public void tokensLive(Duration lifetime) {
        fake.settings().accessTokenLifetime(lifetime);
    }

    @Override
    public Duration beyondExpiry() {
        return Duration.ofHours(25);
    }

    @Override
    public void revokeAccessTokens() {
        fake.revokeAccessTokens();
    }

    @Override
    public boolean rotates() {
        return true;
    }

    @Override
    public boolean hasLiveSession() {
        return fake.liveSessions() > 0;
    }

    @Override
    public int reusedRefreshTokens() {
        return fake.refreshTokensPresentedMoreThanOnce().size();
    }

    @Override
    public void close() {
        fake.close();
    }

    @Override
    public String toString() {
        return "ControlByWeb";
    }
}
