package dev.latchkey.testsupport;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** A server that answers the login with one sample and everything else with another. */
final class SampleServer implements AutoCloseable {
    private final MockWebServer server = new MockWebServer();

    SampleServer(boolean expectsLogin, String login, String sample) throws IOException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                boolean isLogin = expectsLogin && request.getExchangeIndex() == 0 && request.getConnectionIndex() == 0;
                return new MockResponse.Builder()
                        .setHeader("Content-Type", "application/json")
                        .body(isLogin ? login : sample)
                        .build();
            }
        });
        server.start();
    }

    String baseUrl(String path) {
        return server.url(path).toString();
    }

    int requestCount() {
        return server.getRequestCount();
    }

    RecordedRequest take() {
        try {
            RecordedRequest request = server.takeRequest(10, TimeUnit.SECONDS);
            if (request == null) {
                throw new AssertionError("the request did not come");
            }
            return request;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
