package dev.latchkey.scenarios;

import dev.latchkey.core.auth.LogoutResult;
import dev.latchkey.core.http.ClientBuilder;
import dev.latchkey.fake.FakeServer;
import dev.latchkey.fake.Hold;
import java.time.Duration;
import java.util.function.Consumer;

/** One vendor under test: its fake with a user in it, and how to make clients of that user. */
public interface Subject extends AutoCloseable {

    FakeServer fake();

    /** That user's name. */
    default String username() {
        return Secrets.USERNAME;
    }

    /** A client of the fake's user, on the fake's clock. */
    TestClient client(Consumer<ClientBuilder<?>> options);

    default TestClient client() {
        return client(options -> {});
    }

    /** The endpoint that renews a session. */
    Endpoint renewal();

    /** Whether a session is renewed by a refresh token, rather than by another login. */
    default boolean refreshes() {
        return false;
    }

    /** The endpoint that logs a session in. */
    default Endpoint login() {
        return renewal();
    }

    /** An endpoint that {@link TestClient#read} calls. */
    Endpoint protectedEndpoint();

    /** The endpoint that {@link TestClient#write} calls. */
    Endpoint writtenEndpoint();

    /** Where the protected endpoint is, with its parameters filled in. */
    String protectedUrl();

    /** Makes new tokens live so long. */
    void tokensLive(Duration lifetime);

    /** Long enough for every token to expire. */
    Duration beyondExpiry();

    /** Kills all access tokens at the server, which the clients do not know and can renew. */
    void revokeAccessTokens();

    /** Whether a renewal kills the tokens before it, which is where a race does the most harm. */
    default boolean rotates() {
        return false;
    }

    /** How far a logout reaches. */
    default LogoutResult logoutReaches() {
        return LogoutResult.SERVER;
    }

    /** Whether the server has any session left that a token could use; asked only where a logout reaches the server. */
    boolean hasLiveSession();

    /** How often a refresh token that was spent has been presented again; never where the vendor has none. */
    default int reusedRefreshTokens() {
        return 0;
    }

    default Hold holdRenewals() {
        return fake().hold(renewal().method(), renewal().path());
    }

    default int renewals() {
        return fake().journal().count(renewal().method(), renewal().path());
    }

    /** The renewals that came to the fake, for the text of a failed assertion. */
    default String renewalHistory() {
        return fake().journal().requests(renewal().method(), renewal().path()).toString();
    }

    @Override
    void close();

    /** A method and a path template. */
    record Endpoint(String method, String path) {}
}
