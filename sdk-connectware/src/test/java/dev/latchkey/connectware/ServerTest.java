package dev.latchkey.connectware;

import dev.latchkey.core.http.RetryPolicy;
import dev.latchkey.leakcheck.SecretLeaks;
import java.io.IOException;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A server that lets everybody log in and otherwise answers what it was told, the last answer for ever. */
abstract class ServerTest {
    static final String MARKER = SecretLeaks.MARKER;
    static final String PASSWORD = "secret-" + MARKER;
    static final String TOKEN = "jwt-" + MARKER;

    final MockWebServer server = new MockWebServer();
    final AtomicInteger operations = new AtomicInteger();
    private final AtomicInteger logins = new AtomicInteger();
    private final Queue<MockResponse> answers = new ConcurrentLinkedQueue<>();
    private ConnectwareClient client;
    private volatile @Nullable Function<RecordedRequest, MockResponse> everything;

    @BeforeEach
    void start() throws IOException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                if (everything != null) {
                    return everything.apply(request);
                }
                if (request.getTarget().equals("/api/login")) {
                    return json(200, "{\"token\":\"" + TOKEN + logins.incrementAndGet() + "\"}");
                }
                operations.incrementAndGet();
                MockResponse next = answers.size() > 1 ? answers.poll() : answers.peek();
                return next == null ? json(404, "{}") : next;
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        if (client != null) {
            client.close();
        }
        server.close();
    }

    /** With credentials, and one for each test. */
    ConnectwareClient client() {
        return client(builder());
    }

    ConnectwareClient client(ConnectwareClientBuilder builder) {
        client = builder.build();
        return client;
    }

    ConnectwareClientBuilder builder() {
        return ConnectwareClient.builder()
                .baseUrl(server.url("/").toString())
                .credentials("jane", PASSWORD)
                .retries(RetryPolicy.defaults()
                        .withInitialDelay(Duration.ofMillis(1))
                        .withMaxDelay(Duration.ofMillis(2)));
    }

    /** From now on, to logins too. */
    void alwaysAnswer(int status, String json) {
        everything = request -> json(status, json);
    }

    /** From now on the server repeats what it is sent, in the message of an error. */
    void alwaysEcho(int status) {
        everything = request -> {
            String sent = request.getBody() == null ? "" : request.getBody().utf8();
            return json(status, "{\"code\":\"BAD\",\"message\":\"" + sent.replace("\"", "'") + "\"}");
        };
    }

    void alwaysAnswer(int status) {
        answers.clear();
        answer(status);
    }

    void answer(int status) {
        answer(new MockResponse.Builder().code(status).build());
    }

    void answer(int status, String json) {
        answer(json(status, json));
    }

    void answer(MockResponse response) {
        answers.add(response);
    }

    private static MockResponse json(int status, String json) {
        return new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", "application/json")
                .body(json)
                .build();
    }

    RecordedRequest taken() throws InterruptedException {
        RecordedRequest request = server.takeRequest(10, TimeUnit.SECONDS);
        if (request == null) {
            throw new AssertionError("the server received no request");
        }
        return request;
    }
}
