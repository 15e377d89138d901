package dev.latchkey.benchmarks.load.subject;

import com.squareup.moshi.Moshi;
import dev.latchkey.benchmarks.load.realm.Realm;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import okhttp3.FormBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** The token endpoint, for those whose documentation leaves the request to the user. */
final class TokenRequests {
    /** An answer of it. */
    record Issued(String accessToken, String refreshToken, Instant staleAt, Instant expiresAt) {
        String header() {
            return "Bearer " + accessToken;
        }
    }

    private final Moshi moshi = new Moshi.Builder().build();
    private final OkHttpClient http;
    private final String url;

    TokenRequests(OkHttpClient http, Realm realm) {
        this.http = http;
        this.url = realm.tokenUrl();
    }

    Issued logIn() throws IOException {
        return ask(new FormBody.Builder()
                .add("grant_type", "password")
                .add("username", "jane")
                .add("password", "secret")
                .build());
    }

    Issued refresh(Issued last) throws IOException {
        return ask(new FormBody.Builder()
                .add("grant_type", "refresh_token")
                .add("refresh_token", last.refreshToken())
                .build());
    }

    private Issued ask(FormBody form) throws IOException {
        Request request = new Request.Builder().url(url).post(form).build();
        try (Response response = http.newCall(request).execute()) {
            if (!response.isSuccessful()) {
                throw new IOException("the token endpoint answered " + response.code());
            }
            Map<?, ?> members = (Map<?, ?>)
                    moshi.adapter(Object.class).fromJson(response.body().source());
            if (members == null) {
                throw new IOException("the token endpoint answered nothing");
            }
            long seconds = ((Number) member(members, "expires_in")).longValue();
            return new Issued(
                    (String) member(members, "access_token"),
                    (String) member(members, "refresh_token"),
                    Instant.now().plusMillis(800 * seconds),
                    Instant.now().plusSeconds(seconds));
        }
    }

    private static Object member(Map<?, ?> members, String name) throws IOException {
        Object value = members.get(name);
        if (value == null) {
            throw new IOException("no " + name + " in the answer of the token endpoint");
        }
        return value;
    }
}
