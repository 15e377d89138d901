package dev.latchkey.benchmarks.get;

import com.squareup.moshi.Moshi;
import dev.latchkey.benchmarks.raw.RawUser;
import java.io.IOException;
import java.util.Objects;
import okhttp3.Authenticator;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Retrofit;
import retrofit2.converter.moshi.MoshiConverterFactory;
import retrofit2.http.GET;
import retrofit2.http.Path;

/** Retrofit with Moshi's reflection, an interceptor that adds the token, and an authenticator that replaces it. */
final class RetrofitUsers implements UserSource<RawUser> {
    interface Service {
        @GET("api/users/{id}")
        Call<RawUser> get(@Path("id") String id);
    }

    private final Service service;

    RetrofitUsers(String baseUrl, String token) {
        TokenHolder holder = new TokenHolder(token);
        service = new Retrofit.Builder()
                .baseUrl(baseUrl + "/")
                .client(new OkHttpClient.Builder()
                        .addInterceptor(holder)
                        .authenticator(holder)
                        .build())
                .addConverterFactory(MoshiConverterFactory.create(new Moshi.Builder().build()))
                .build()
                .create(Service.class);
    }

    @Override
    public RawUser get(String id) throws IOException {
        retrofit2.Response<RawUser> response = service.get(id).execute();
        if (!response.isSuccessful()) {
            throw new IOException("HTTP " + response.code());
        }
        return Objects.requireNonNull(response.body());
    }

    @Override
    public @Nullable String username(RawUser user) {
        return user.username();
    }

    /** As the recipes have it. The server here refuses nobody, so there is no renewal to be made. */
    private static final class TokenHolder implements Interceptor, Authenticator {
        private volatile String token;

        TokenHolder(String token) {
            this.token = token;
        }

        @Override
        public Response intercept(Chain chain) throws IOException {
            return chain.proceed(authorized(chain.request()));
        }

        @Override
        public @Nullable Request authenticate(@Nullable Route route, Response response) {
            return null;
        }

        private Request authorized(Request request) {
            return request.newBuilder()
                    .header("Authorization", "Bearer " + token)
                    .build();
        }
    }
}
