package dev.latchkey.benchmarks.load.subject;

import dev.latchkey.benchmarks.load.realm.Realm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.BiFunction;
import okhttp3.Authenticator;
import okhttp3.OkHttpClient;
import okhttp3.ResponseBody;
import retrofit2.Call;
import retrofit2.Response;
import retrofit2.Retrofit;
import retrofit2.http.GET;
import retrofit2.http.Header;

/** Retrofit over OkHttp: an interceptor that adds the token, and an authenticator that answers a 401. */
final class RetrofitCaller implements Caller {
    interface Devices {
        @GET("v1/devices")
        Call<ResponseBody> list(@Header("X-Request-Id") String id);
    }

    private final OkHttpClient plain = HttpClients.make();
    private final OkHttpClient http;
    private final Devices devices;

    private RetrofitCaller(Realm realm, BiFunction<TokenRequests, CurrentToken, Authenticator> authenticator) {
        TokenRequests tokens = new TokenRequests(plain, realm);
        CurrentToken current = new CurrentToken(firstOf(tokens));
        http = plain.newBuilder()
                .addInterceptor(chain -> chain.proceed(chain.request()
                        .newBuilder()
                        .header("Authorization", current.get().header())
                        .build()))
                .authenticator(authenticator.apply(tokens, current))
                .build();
        devices = new Retrofit.Builder()
                .baseUrl(realm.baseUrl() + "/")
                .client(http)
                .build()
                .create(Devices.class);
    }

    static Caller usual(Realm realm) {
        return new RetrofitCaller(realm, UsualAuthenticator::new);
    }

    static Caller naive(Realm realm) {
        return new RetrofitCaller(realm, NaiveAuthenticator::new);
    }

    @Override
    public void call(String id) throws IOException {
        Response<ResponseBody> response = devices.list(id).execute();
        ResponseBody body = response.body();
        if (body == null) {
            throw new IOException("answered " + response.code());
        }
        HttpClients.check(body.string());
    }

    @Override
    public void close() {
        HttpClients.close(http);
    }

    private static TokenRequests.Issued firstOf(TokenRequests tokens) {
        try {
            return tokens.logIn();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
