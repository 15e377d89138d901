package dev.latchkey.scenarios;

import dev.latchkey.core.ApiCall;
import dev.latchkey.core.auth.Session;
import dev.latchkey.core.http.Endpoint;

/**
 * A vendor's client, reduced to what every one has.
 *
 * @param client to be closed
 * @param session its session
 * @param read a call that needs a token and changes nothing
 * @param write describes a request of the same client that may be sent once only
 */
public record TestClient(AutoCloseable client, Session session, ApiCall<?> read, Endpoint write)
        implements AutoCloseable {

    @Override
    public void close() {
        try {
            client.close();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
