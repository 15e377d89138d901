package dev.latchkey.benchmarks.load.subject;

import dev.latchkey.benchmarks.load.realm.Realm;
import java.io.IOException;
import java.util.function.BiFunction;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** What caches tokens and leaves the calls to others: here to OkHttp, which asks the cache for each. */
final class TokenCacheCaller implements Caller {
    /** A token that has not expired. */
    @FunctionalInterface
    interface TokenCache {
        String token() throws Exception;
    }

    private final OkHttpClient http = HttpClients.make();
    private final TokenCache cache;
    private final String url;

    private TokenCacheCaller(Realm realm, BiFunction<OkHttpClient, Realm, TokenCache> cache) {
        this.cache = cache.apply(http, realm);
        this.url = realm.devicesUrl();
    }

    static Caller azure(Realm realm) {
        return new TokenCacheCaller(realm, AzureTokens::new);
    }

    static Caller aws(Realm realm) {
        return new TokenCacheCaller(realm, AwsTokens::new);
    }

    static Caller msal4j(Realm realm) {
        return new TokenCacheCaller(realm, Msal4jTokens::new);
    }

    static Caller springSecurity(Realm realm) {
        return new TokenCacheCaller(realm, (http, where) -> new SpringTokens(where));
    }

    @Override
    public void call(String id) throws Exception {
        Request request = new Request.Builder()
                .url(url)
                .header("Authorization", "Bearer " + cache.token())
                .header("X-Request-Id", id)
                .build();
        try (Response response = http.newCall(request).execute()) {
            if (!response.isSuccessful()) {
                throw new IOException("answered " + response.code());
            }
            HttpClients.check(response.body().string());
        }
    }

    @Override
    public void close() {
        HttpClients.close(http);
    }
}
