package dev.latchkey.core.http;

import java.time.Duration;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A server and, on demand, a client of it. */
abstract class HttpTest {
    final MockWebServer server = new MockWebServer();
    final TestVendor vendor = new TestVendor();
    private HttpApi http;

    @BeforeEach
    void start() throws Exception {
        server.start();
    }

    @AfterEach
    void end() {
        if (http != null) {
            http.close();
        }
        server.close();
    }

    HttpApi http() {
        return http(builder());
    }

    HttpApi http(TestClientBuilder builder) {
        http = builder.build();
        return http;
    }

    TestClientBuilder builder() {
        return new TestClientBuilder(vendor)
                .baseUrl(server.url("/").toString())
                .credentials("jane", "secret-password")
                .retries(RetryPolicy.defaults()
                        .withInitialDelay(Duration.ofMillis(1))
                        .withMaxDelay(Duration.ofMillis(5)));
    }

    void answer(int status) {
        server.enqueue(new MockResponse.Builder().code(status).build());
    }

    void answer(int status, String body) {
        server.enqueue(new MockResponse.Builder().code(status).body(body).build());
    }

    void answer(MockResponse.Builder response) {
        server.enqueue(response.build());
    }

    RecordedRequest taken() throws InterruptedException {
        RecordedRequest request = server.takeRequest(10, java.util.concurrent.TimeUnit.SECONDS);
        if (request == null) {
            throw new AssertionError("the server received no request");
        }
        return request;
    }
}
