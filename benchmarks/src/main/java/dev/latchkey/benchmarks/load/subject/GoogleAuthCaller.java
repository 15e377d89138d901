package dev.latchkey.benchmarks.load.subject;

import com.google.api.client.http.GenericUrl;
import com.google.api.client.http.HttpRequest;
import com.google.api.client.http.HttpRequestFactory;
import com.google.api.client.http.HttpResponse;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.auth.http.HttpCredentialsAdapter;
import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.OAuth2Credentials;
import dev.latchkey.benchmarks.load.realm.Realm;
import java.io.IOException;
import java.util.Date;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** Google's library: credentials of one's own, and its adapter for its HTTP client. */
final class GoogleAuthCaller implements Caller {
    private final OkHttpClient http = HttpClients.make();
    private final HttpRequestFactory requests;
    private final GenericUrl url;

    GoogleAuthCaller(Realm realm) {
        requests = new NetHttpTransport()
                .createRequestFactory(new HttpCredentialsAdapter(new RealmCredentials(new TokenRequests(http, realm))));
        url = new GenericUrl(realm.devicesUrl());
    }

    @Override
    public void call(String id) throws IOException {
        HttpRequest request = requests.buildGetRequest(url);
        request.getHeaders().set("X-Request-Id", id);
        HttpResponse response = request.execute();
        try {
            HttpClients.check(response.parseAsString());
        } finally {
            response.disconnect();
        }
    }

    @Override
    public void close() {
        HttpClients.close(http);
    }

    private static final class RealmCredentials extends OAuth2Credentials {
        private static final long serialVersionUID = 1;

        private final transient TokenRequests tokens;
        private transient TokenRequests.@Nullable Issued last;

        RealmCredentials(TokenRequests tokens) {
            this.tokens = tokens;
        }

        @Override
        public AccessToken refreshAccessToken() throws IOException {
            TokenRequests.Issued before = last;
            TokenRequests.Issued next = before == null ? tokens.logIn() : tokens.refresh(before);
            last = next;
            return new AccessToken(next.accessToken(), Date.from(next.expiresAt()));
        }
    }
}
