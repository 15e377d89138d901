package dev.latchkey.benchmarks.load;

import com.squareup.moshi.JsonAdapter;
import dev.latchkey.benchmarks.load.child.RawLogin;
import dev.latchkey.benchmarks.load.realm.Realm;
import dev.latchkey.benchmarks.load.realm.RealmContent;
import dev.latchkey.benchmarks.raw.RawUser;
import dev.latchkey.benchmarks.raw.UserAdapter;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** OkHttp's own asynchronous calls and a hand-written adapter, with the limits of this SDK's dispatcher. */
final class RawAsyncUsers implements AutoCloseable {
    private final OkHttpClient http;
    private final JsonAdapter<RawUser> adapter = new UserAdapter();
    private final Request request;

    private RawAsyncUsers(OkHttpClient http, Request request) {
        this.http = http;
        this.request = request;
    }

    static RawAsyncUsers loggedIn(Realm realm) throws IOException {
        OkHttpClient http = new OkHttpClient();
        http.dispatcher().setMaxRequests(256);
        http.dispatcher().setMaxRequestsPerHost(64);
        Request request = new Request.Builder()
                .url(realm.baseUrl() + "/api/users/" + RealmContent.USER_ID)
                .header("Authorization", "Bearer " + RawLogin.token(http, realm.baseUrl()))
                .build();
        return new RawAsyncUsers(http, request);
    }

    /** The user's name, decoded with the rest of the user. */
    CompletableFuture<String> username() {
        CompletableFuture<String> name = new CompletableFuture<>();
        http.newCall(request).enqueue(new Callback() {
            @Override
            public void onResponse(Call call, Response response) {
                try (response) {
                    name.complete(String.valueOf(Objects.requireNonNull(
                                    adapter.fromJson(response.body().source()))
                            .username()));
                } catch (IOException | RuntimeException e) {
                    name.completeExceptionally(e);
                }
            }

            @Override
            public void onFailure(Call call, IOException failure) {
                name.completeExceptionally(failure);
            }
        });
        return name;
    }

    @Override
    public void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
