package dev.latchkey.benchmarks.token;

import com.azure.core.credential.SimpleTokenCache;
import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.OAuth2Credentials;
import com.microsoft.aad.msal4j.ClientCredentialFactory;
import com.microsoft.aad.msal4j.ConfidentialClientApplication;
import com.microsoft.aad.msal4j.HttpResponse;
import com.microsoft.aad.msal4j.IHttpClient;
import java.net.MalformedURLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.InMemoryOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import reactor.core.publisher.Mono;
import software.amazon.awssdk.utils.cache.CachedSupplier;
import software.amazon.awssdk.utils.cache.RefreshResult;

/** The peers, each with a fresh token, set up as its documentation says. */
final class Peers {
    static final String REGISTRATION = "connectware";
    static final Authentication PRINCIPAL = new TestingAuthenticationToken("jane", "secret");

    private Peers() {}

    static OAuth2Credentials google() {
        return OAuth2Credentials.create(new AccessToken(Tokens.VALUE, Date.from(Tokens.expiry())));
    }

    static SimpleTokenCache azure() {
        com.azure.core.credential.AccessToken token = new com.azure.core.credential.AccessToken(
                Tokens.VALUE, Tokens.expiry().atOffset(ZoneOffset.UTC));
        return new SimpleTokenCache(() -> Mono.just(token));
    }

    static CachedSupplier<String> aws() {
        return CachedSupplier.builder(() -> RefreshResult.builder(Tokens.VALUE)
                        .staleTime(Tokens.expiry())
                        .prefetchTime(Tokens.expiry().minus(Duration.ofMinutes(5)))
                        .build())
                .build();
    }

    static ConfidentialClientApplication msal() throws MalformedURLException {
        IHttpClient tokenEndpoint = request -> {
            HttpResponse response = new HttpResponse();
            response.statusCode(200);
            response.addHeaders(Map.of("Content-Type", List.of("application/json")));
            response.body("{\"token_type\":\"Bearer\",\"expires_in\":" + Tokens.LIFE.toSeconds()
                    + ",\"access_token\":\"" + Tokens.VALUE + "\"}");
            return response;
        };
        return ConfidentialClientApplication.builder("benchmark", ClientCredentialFactory.createFromSecret("secret"))
                .authority("https://login.microsoftonline.com/benchmark/")
                .instanceDiscovery(false)
                .httpClient(tokenEndpoint)
                .build();
    }

    static OAuth2AuthorizedClientManager spring() {
        ClientRegistration registration = ClientRegistration.withRegistrationId(REGISTRATION)
                .clientId("benchmark")
                .clientSecret("secret")
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenUri("https://api.example.com/oauth/token")
                .build();
        InMemoryClientRegistrationRepository registrations = new InMemoryClientRegistrationRepository(registration);
        InMemoryOAuth2AuthorizedClientService clients = new InMemoryOAuth2AuthorizedClientService(registrations);
        OAuth2AccessToken token =
                new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, Tokens.VALUE, Instant.now(), Tokens.expiry());
        clients.saveAuthorizedClient(new OAuth2AuthorizedClient(registration, PRINCIPAL.getName(), token), PRINCIPAL);
        return new AuthorizedClientServiceOAuth2AuthorizedClientManager(registrations, clients);
    }
}
