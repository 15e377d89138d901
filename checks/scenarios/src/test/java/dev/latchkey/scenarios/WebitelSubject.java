package dev.latchkey.scenarios;

import dev.latchkey.core.http.ClientBuilder;
import dev.latchkey.fake.FakeResponse;
import dev.latchkey.fake.FakeServer;
import dev.latchkey.fake.webitel.FakeWebitel;
import dev.latchkey.webitel.WebitelClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Webitel: no refresh tokens, so that a renewal is a login, and a login that keeps the pairs before it alive. */
final class WebitelSubject implements Subject {
    /** Who may do everything. */
    private static final String USER = "root";

    private static final String WHOAMI = "/api/v2/whoami";
    private static final String NOTES = "/api/v2/notes";

    private final FakeWebitel fake;

    WebitelSubject() {
        fake = FakeWebitel.withUser(USER, Secrets.PASSWORD);
        fake.settings().secretMarker(Secrets.MARKER);
        fake.handleAuthorized("POST", NOTES, request -> FakeResponse.json(200, Map.of("notes", List.of())));
    }

    @Override
    public FakeServer fake() {
        return fake;
    }

    @Override
    public String username() {
        return USER;
    }

    @Override
    public TestClient client(Consumer<ClientBuilder<?>> options) {
        WebitelClient.Builder builder = WebitelClient.builder()
                .baseUrl(fake.baseUrl())
                .credentials(USER, Secrets.PASSWORD)
                .timeSource(new FakeTime(fake.clock()));
        options.accept(builder);
        WebitelClient client = builder.build();
        return new TestClient(
                client, client.session(), client.request("GET", WHOAMI).returningText(), client.request("POST", NOTES));
    }

    @Override
    public Endpoint renewal() {
        return new Endpoint("POST", "/login");
    }

    @Override
    public Endpoint protectedEndpoint() {
        return new Endpoint("GET", WHOAMI);
    }

    @Override
    public Endpoint writtenEndpoint() {
        return new Endpoint("POST", NOTES);
    }

    @Override
    public String protectedUrl() {
        return fake.baseUrl() + WHOAMI;
    }

    @Override
    public void tokensLive(Duration lifetime) {
        fake.settings().tokenLifetime(lifetime);
    }

    @Override
    public Duration beyondExpiry() {
        return Duration.ofDays(101);
    }

    /** The vendor knows no access token apart from its session. */
    @Override
    public void revokeAccessTokens() {
        fake.endSessions();
    }

    @Override
    public boolean hasLiveSession() {
        return fake.liveSessions() > 0;
    }

    @Override
    public void close() {
        fake.close();
    }

    @Override
    public String toString() {
        return "Webitel";
    }
}
