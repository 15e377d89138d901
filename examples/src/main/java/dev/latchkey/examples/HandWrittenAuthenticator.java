package dev.latchkey.examples;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Authenticator;
import okhttp3.FormBody;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;
import org.jspecify.annotations.Nullable;

/** What applications put into OkHttp or Retrofit by hand: an interceptor that adds the token, an authenticator that renews it. */
final class HandWrittenAuthenticator implements Interceptor, Authenticator, AutoCloseable {
    private static final Pattern ACCESS_TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");

    private final OkHttpClient plain = new OkHttpClient();
    private final String baseUrl;
    private final String username;
    private final String password;
    private volatile String token = "none-yet";

    HandWrittenAuthenticator(String baseUrl, String username, String password) {
        this.baseUrl = baseUrl;
        this.username = username;
        this.password = password;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        return chain.proceed(withToken(chain.request()));
    }

    @Override
    public synchronized @Nullable Request authenticate(@Nullable Route route, Response refused) throws IOException {
        if (refused.priorResponse() != null) {
            return null; // Twice is enough.
        }
        String sent = refused.request().header("Authorization");
        if (("Bearer " + token).equals(sent)) {
            token = logIn();
        }
        return withToken(refused.request());
    }

    private Request withToken(Request request) {
        return request.newBuilder().header("Authorization", "Bearer " + token).build();
    }

    private String logIn() throws IOException {
        Request request = new Request.Builder()
                .url(baseUrl + "/v1/auth/token")
                .post(new FormBody.Builder()
                        .add("grant_type", "password")
                        .add("username", username)
                        .add("password", password)
                        .build())
                .build();
        try (Response response = plain.newCall(request).execute()) {
            Matcher found = ACCESS_TOKEN.matcher(response.body().string());
            if (!found.find()) {
                throw new IOException("the login failed with " + response.code());
            }
            return found.group(1);
        }
    }

    @Override
    public void close() {
        plain.dispatcher().executorService().shutdown();
        plain.connectionPool().evictAll();
    }
}
