package dev.latchkey.benchmarks.load.subject;

import dev.latchkey.benchmarks.load.realm.Realm;
import dev.latchkey.benchmarks.load.subject.TokenCacheCaller.TokenCache;
import java.io.IOException;
import java.io.UncheckedIOException;
import okhttp3.OkHttpClient;
import software.amazon.awssdk.utils.cache.CachedSupplier;
import software.amazon.awssdk.utils.cache.RefreshResult;

/** AWS's cache, with its usual behaviour: one caller refreshes, and a failure is thrown. */
final class AwsTokens implements TokenCache {
    private final CachedSupplier<TokenRequests.Issued> cache;

    AwsTokens(OkHttpClient http, Realm realm) {
        TokenRequests requests = new TokenRequests(http, realm);
        cache = CachedSupplier.builder(() -> ask(requests))
                .cachedValueName("token")
                .build();
    }

    private static RefreshResult<TokenRequests.Issued> ask(TokenRequests requests) {
        try {
            TokenRequests.Issued issued = requests.logIn();
            return RefreshResult.builder(issued)
                    .staleTime(issued.expiresAt())
                    .prefetchTime(issued.staleAt())
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String token() {
        return cache.get().accessToken();
    }
}
