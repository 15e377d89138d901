package dev.latchkey.connectware;

import dev.latchkey.leakcheck.SecretLeaks;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** Logs everybody in with a new token each time, and answers everything else with a script. */
final class ScriptedServer implements AutoCloseable {
    static final String PASSWORD = "secret-" + SecretLeaks.MARKER;

    private final MockWebServer server = new MockWebServer();
    private final AtomicInteger logins = new AtomicInteger();
    private final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();

    ScriptedServer(Function<RecordedRequest, MockResponse> script) throws IOException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                if (request.getTarget().equals("/api/login")) {
                    return json("{\"token\":\"" + token(logins.incrementAndGet()) + "\"}");
                }
                requests.add(request);
                return script.apply(request);
            }
        });
        server.start();
    }

    static String token(int login) {
        return "token-" + login + "-" + SecretLeaks.MARKER;
    }

    static MockResponse json(String body) {
        return new MockResponse.Builder()
                .setHeader("Content-Type", "application/json")
                .body(body)
                .build();
    }

    static MockResponse status(int status) {
        return new MockResponse.Builder().code(status).build();
    }

    ConnectwareClientBuilder client() {
        return ConnectwareClient.builder().baseUrl(server.url("/").toString()).credentials("jane", PASSWORD);
    }

    int logins() {
        return logins.get();
    }

    /** All but the logins, in the order in which they came. */
    List<RecordedRequest> requests() {
        return requests;
    }

    @Override
    public void close() {
        server.close();
    }
}
