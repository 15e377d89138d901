package dev.latchkey.benchmarks.load.child;

import dev.latchkey.benchmarks.raw.RawUser;
import java.io.IOException;
import java.util.Objects;
import okhttp3.OkHttpClient;
import retrofit2.Call;
import retrofit2.Retrofit;
import retrofit2.converter.moshi.MoshiConverterFactory;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.Header;
import retrofit2.http.POST;
import retrofit2.http.Path;

/** The same with Retrofit and Moshi: {@code RetrofitMain BASE_URL USER_ID}. */
public final class RetrofitMain {
    /** What a login is asked with. */
    public record Login(String username, String password) {}

    /** What it brings. */
    public record Token(String token) {}

    interface Service {
        @POST("api/login")
        Call<Token> login(@Body Login login);

        @GET("api/users/{id}")
        Call<RawUser> get(@Header("Authorization") String authorization, @Path("id") String id);
    }

    private RetrofitMain() {}

    /** Prints the user's name, and the nanoseconds since the start. */
    public static void main(String[] args) throws IOException {
        long start = System.nanoTime();
        OkHttpClient http = new OkHttpClient();
        Service service = new Retrofit.Builder()
                .baseUrl(args[0] + "/")
                .client(http)
                .addConverterFactory(MoshiConverterFactory.create())
                .build()
                .create(Service.class);
        Token token = service.login(new Login("admin", "secret")).execute().body();
        String authorization = "Bearer " + Objects.requireNonNull(token).token();
        RawUser user = service.get(authorization, args[1]).execute().body();
        System.out.println(Objects.requireNonNull(user).username() + " " + (System.nanoTime() - start));
        http.connectionPool().evictAll();
    }
}
