package dev.latchkey.benchmarks.load.subject;

import dev.latchkey.benchmarks.load.realm.Realm;
import dev.latchkey.benchmarks.load.subject.TokenCacheCaller.TokenCache;
import java.io.IOException;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.InMemoryOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;

/** Spring Security's manager for what runs outside of a request, with client credentials. */
final class SpringTokens implements TokenCache {
    private static final String REALM = "realm";

    private final AuthorizedClientServiceOAuth2AuthorizedClientManager manager;

    SpringTokens(Realm realm) {
        ClientRegistration registration = ClientRegistration.withRegistrationId(REALM)
                .clientId("client")
                .clientSecret("secret")
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenUri(realm.tokenUrl())
                .build();
        InMemoryClientRegistrationRepository registrations = new InMemoryClientRegistrationRepository(registration);
        manager = new AuthorizedClientServiceOAuth2AuthorizedClientManager(
                registrations, new InMemoryOAuth2AuthorizedClientService(registrations));
        manager.setAuthorizedClientProvider(OAuth2AuthorizedClientProviderBuilder.builder()
                .clientCredentials()
                .build());
    }

    @Override
    public String token() throws IOException {
        OAuth2AuthorizedClient client = manager.authorize(OAuth2AuthorizeRequest.withClientRegistrationId(REALM)
                .principal("jane")
                .build());
        if (client == null) {
            throw new IOException("no token");
        }
        return client.getAccessToken().getTokenValue();
    }
}
