package dev.latchkey.core.oauth2;

import dev.latchkey.core.auth.AuthScheme;
import dev.latchkey.core.auth.TokenService;
import dev.latchkey.core.http.ClientBuilder;
import dev.latchkey.core.http.ErrorFormat;
import dev.latchkey.core.http.HttpApi;
import dev.latchkey.core.http.Vendor;
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
        http = new Builder(new OAuth2Vendor(api -> {
                    OAuth2TokenService configured = configuration.apply(TokenEndpoint.at(api, "/token"));
                    service = configured;
                    return configured;
                }))
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
        Builder(Vendor vendor) {
            super(vendor);
        }

        @Override
        protected Builder self() {
            return this;
        }

        HttpApi build() {
            return open();
        }
    }

    private record OAuth2Vendor(Function<HttpApi, TokenService> service) implements Vendor {
        @Override
        public String name() {
            return "oauth2-test";
        }

        @Override
        public @Nullable String defaultBaseUrl() {
            return null;
        }

        @Override
        public AuthScheme scheme() {
            return AuthScheme.bearer();
        }

        @Override
        public ErrorFormat errors() {
            return OAuth2Errors.INSTANCE;
        }

        @Override
        public TokenService tokens(HttpApi http) {
            return service.apply(http);
        }
    }
}
