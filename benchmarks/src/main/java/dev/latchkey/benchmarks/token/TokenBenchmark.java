package dev.latchkey.benchmarks.token;

import com.azure.core.credential.SimpleTokenCache;
import com.google.auth.oauth2.OAuth2Credentials;
import com.microsoft.aad.msal4j.ClientCredentialParameters;
import com.microsoft.aad.msal4j.ConfidentialClientApplication;
import dev.latchkey.core.internal.session.Authorization;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import software.amazon.awssdk.utils.cache.CachedSupplier;

/** What a call asks for before it is sent: the token, which is fresh. One method is one subject. */
public class TokenBenchmark {
    private static final URI ANYWHERE = URI.create("https://api.example.com");

    /** The floor: a volatile field and the clock, which any cache that knows of expiry reads. */
    @State(Scope.Benchmark)
    public static class Raw {
        private record Held(String header, long freshUntil) {}

        private volatile Held held = new Held("Bearer " + Tokens.VALUE, System.nanoTime() + Tokens.LIFE.toNanos());

        String fresh() {
            Held now = held;
            if (System.nanoTime() - now.freshUntil >= 0) {
                throw new IllegalStateException("expired");
            }
            return now.header;
        }
    }

    /** Ours: the engine that calls ask. */
    @State(Scope.Benchmark)
    public static class Latchkey {
        @SuppressWarnings("NullAway.Init") // JMH calls the setup first
        private OurSession session;

        /** Logs in. */
        @Setup
        public void logIn() throws Exception {
            session = OurSession.loggedIn();
        }

        /** Ends the session. */
        @TearDown
        public void end() {
            session.close();
        }
    }

    /** google-auth-library. */
    @State(Scope.Benchmark)
    public static class Google {
        private final OAuth2Credentials credentials = Peers.google();
    }

    /** azure-core. */
    @State(Scope.Benchmark)
    public static class Azure {
        private final SimpleTokenCache cache = Peers.azure();
    }

    /** The supplier below AWS's credential providers. */
    @State(Scope.Benchmark)
    public static class Aws {
        private final CachedSupplier<String> supplier = Peers.aws();
    }

    /** MSAL4J, with a token in its cache. */
    @State(Scope.Benchmark)
    public static class Msal {
        @SuppressWarnings("NullAway.Init") // JMH calls the setup first
        private ConfidentialClientApplication application;

        private final ClientCredentialParameters parameters = ClientCredentialParameters.builder(
                        Set.of("https://api.example.com/.default"))
                .build();

        /** Fills the cache. */
        @Setup
        public void logIn() throws Exception {
            application = Peers.msal();
            String token = token();
            if (!Tokens.VALUE.equals(token)) {
                throw new IllegalStateException("another token");
            }
        }

        String token() {
            return application.acquireToken(parameters).join().accessToken();
        }
    }

    /** Spring Security's manager for services. */
    @State(Scope.Benchmark)
    public static class Spring {
        private final OAuth2AuthorizedClientManager manager = Peers.spring();
        private final OAuth2AuthorizeRequest request = OAuth2AuthorizeRequest.withClientRegistrationId(
                        Peers.REGISTRATION)
                .principal(Peers.PRINCIPAL)
                .build();
    }

    /** The floor. */
    @Benchmark
    public String raw(Raw state) {
        return state.fresh();
    }

    /** Ours. */
    @Benchmark
    public Authorization latchkey(Latchkey state) throws IOException {
        return state.session.fresh();
    }

    /** Google's, which answers with headers. */
    @Benchmark
    public Map<String, List<String>> google(Google state) throws IOException {
        return state.credentials.getRequestMetadata(ANYWHERE);
    }

    /** Azure's, which answers with a publisher. */
    @Benchmark
    public String azure(Azure state) {
        return Objects.requireNonNull(state.cache.getToken().block()).getToken();
    }

    /** AWS's. */
    @Benchmark
    public String aws(Aws state) {
        return state.supplier.get();
    }

    /** Microsoft's, which looks its token up in a cache of many. */
    @Benchmark
    public String msal(Msal state) {
        return state.token();
    }

    /** Spring's, which looks its token up in a store of many. */
    @Benchmark
    public OAuth2AccessToken spring(Spring state) {
        return Objects.requireNonNull(state.manager.authorize(state.request)).getAccessToken();
    }
}
