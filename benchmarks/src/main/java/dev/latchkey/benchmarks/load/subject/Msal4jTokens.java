package dev.latchkey.benchmarks.load.subject;

import com.microsoft.aad.msal4j.ClientCredentialFactory;
import com.microsoft.aad.msal4j.ClientCredentialParameters;
import com.microsoft.aad.msal4j.ConfidentialClientApplication;
import com.microsoft.aad.msal4j.HttpRequest;
import com.microsoft.aad.msal4j.HttpResponse;
import com.microsoft.aad.msal4j.IHttpResponse;
import dev.latchkey.benchmarks.load.realm.Realm;
import dev.latchkey.benchmarks.load.subject.TokenCacheCaller.TokenCache;
import java.io.IOException;
import java.net.MalformedURLException;
import java.util.Set;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * MSAL4J with client credentials. It speaks to https only; the HTTP client that it lets its users set brings its requests to
 * the realm.
 */
final class Msal4jTokens implements TokenCache {
    private static final Set<String> SCOPES = Set.of("devices/.default");
    private static final MediaType FORM = MediaType.get("application/x-www-form-urlencoded");

    private final OkHttpClient http;
    private final String tokenUrl;
    private final ConfidentialClientApplication application;

    Msal4jTokens(OkHttpClient http, Realm realm) {
        this.http = http;
        this.tokenUrl = realm.tokenUrl();
        try {
            application = ConfidentialClientApplication.builder(
                            "client", ClientCredentialFactory.createFromSecret("secret"))
                    .authority("https://login.example.com/tenant/")
                    .instanceDiscovery(false)
                    .httpClient(this::send)
                    .build();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public String token() throws Exception {
        return application
                .acquireToken(ClientCredentialParameters.builder(SCOPES).build())
                .get()
                .accessToken();
    }

    private IHttpResponse send(HttpRequest asked) throws IOException {
        Request request = new Request.Builder()
                .url(tokenUrl)
                .post(RequestBody.create(asked.body(), FORM))
                .build();
        try (Response response = http.newCall(request).execute()) {
            HttpResponse answer = new HttpResponse();
            answer.statusCode(response.code());
            answer.addHeaders(response.headers().toMultimap());
            answer.body(response.body().string());
            return answer;
        }
    }
}
