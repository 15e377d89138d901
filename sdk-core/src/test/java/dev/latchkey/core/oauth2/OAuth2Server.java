package dev.latchkey.core.oauth2;

import dev.latchkey.core.http.ClientBuilder;
import dev.latchkey.core.http.HttpApi;
import dev.latchkey.core.vendor.TokenService;
import dev.latchkey.core.vendor.Vendor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Function;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;

/** A token endpoint that answers what a test says, and a client of it. */
final class OAuth2Server implements AutoCloseable {
    private final MockWebServer server = new MockWebServer();
    private final HttpApi http;
    private @Nullable TokenService service;

    OAuth2Server(Function<TokenEndpoint, OAuth2TokenService> configuration) {
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        http = new Builder(api -> {
                    OAuth2TokenService configured = configuration.apply(TokenEndpoint.at(api, "/token"));
                    service = configured;
                    return configured;
                })
                .baseUrl(server.url("/").toString())
                .credentials("jane", "secret")
                .build();
    }

    TokenService service() {
        if (service == null) {
            throw new IllegalStateException("the client did not ask for its token service");
        }
        return service;
    }

    HttpApi http() {
        return http;
    }

    void answer(int status, String json) {
        server.enqueue(new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", "application/json")
                .body(json)
                .build());
    }

    void answer(MockResponse response) {
        server.enqueue(response);
    }

    RecordedRequest request() {
        try {
            return server.takeRequest();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    int requests() {
        return server.getRequestCount();
    }

    @Override
    public void close() {
        http.close();
        server.close();
    }

    private static final class Builder extends ClientBuilder<Builder> {
        private final Function<HttpApi, TokenService> tokens;

        Builder(Function<HttpApi, TokenService> tokens) {
            this.tokens = tokens;
        }

        @Override
        protected Builder self() {
            return this;
        }

        HttpApi build() {
            return open(new Vendor("oauth2-test", OAuth2Errors.INSTANCE), tokens);
        }
    }
}
