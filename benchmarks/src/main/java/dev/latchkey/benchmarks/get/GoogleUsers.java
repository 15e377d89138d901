package dev.latchkey.benchmarks.get;

import com.google.api.client.http.GenericUrl;
import com.google.api.client.http.HttpRequestFactory;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.JsonObjectParser;
import com.google.api.client.json.gson.GsonFactory;
import com.google.auth.http.HttpCredentialsAdapter;
import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.OAuth2Credentials;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/** Google's credentials on Google's HTTP client, which is {@code HttpURLConnection} below. */
final class GoogleUsers implements UserSource<GoogleUser> {
    private final String baseUrl;
    private final HttpRequestFactory requests;
    private final JsonObjectParser parser = new JsonObjectParser(GsonFactory.getDefaultInstance());

    GoogleUsers(String baseUrl, String token) {
        this.baseUrl = baseUrl;
        Date expiry = Date.from(Instant.now().plus(Duration.ofHours(12)));
        OAuth2Credentials credentials = OAuth2Credentials.create(new AccessToken(token, expiry));
        requests = new NetHttpTransport().createRequestFactory(new HttpCredentialsAdapter(credentials));
    }

    @Override
    public GoogleUser get(String id) throws IOException {
        return requests.buildGetRequest(new GenericUrl(baseUrl + "/api/users/" + id))
                .setParser(parser)
                .execute()
                .parseAs(GoogleUser.class);
    }

    @Override
    public @Nullable String username(GoogleUser user) {
        return user.username;
    }
}
