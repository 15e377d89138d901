package dev.latchkey.benchmarks.load.subject;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.SimpleTokenCache;
import dev.latchkey.benchmarks.load.realm.Realm;
import dev.latchkey.benchmarks.load.subject.TokenCacheCaller.TokenCache;
import java.io.IOException;
import java.time.ZoneOffset;
import okhttp3.OkHttpClient;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Azure's cache. */
final class AzureTokens implements TokenCache {
    private final SimpleTokenCache cache;

    AzureTokens(OkHttpClient http, Realm realm) {
        TokenRequests requests = new TokenRequests(http, realm);
        cache = new SimpleTokenCache(
                () -> Mono.fromCallable(() -> ask(requests)).subscribeOn(Schedulers.boundedElastic()));
    }

    private static AccessToken ask(TokenRequests requests) throws IOException {
        TokenRequests.Issued issued = requests.logIn();
        return new AccessToken(issued.accessToken(), issued.expiresAt().atOffset(ZoneOffset.UTC));
    }

    @Override
    public String token() throws IOException {
        AccessToken token = cache.getToken().block();
        if (token == null) {
            throw new IOException("no token");
        }
        return token.getToken();
    }
}
