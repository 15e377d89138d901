package dev.latchkey.core.http;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
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

    HttpApi current() {
        return http;
    }

    /** Of a client whose calls do not wait for another try after a failed login. */
    TestClientBuilder impatient() {
        return builder().waitForToken(Duration.ZERO);
    }

    TestClientBuilder builder() {
        return new TestClientBuilder(vendor)
                .baseUrl(server.url("/").toString())
                .credentials("jane", TestVendor.LEAK + "-password")
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

    /** Until a call waits on its signal, for a backoff or for a renewal. */
    static void awaitParked(AtomicReference<Thread> thread) {
        await().until(() -> thread.get() != null && isParked(thread.get()));
    }

    private static boolean isParked(Thread thread) {
        return thread.getState() == Thread.State.TIMED_WAITING
                && Arrays.stream(thread.getStackTrace())
                        .anyMatch(frame -> frame.getClassName().endsWith("CallSignal"));
    }
}
