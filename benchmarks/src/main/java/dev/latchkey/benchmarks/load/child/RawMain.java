package dev.latchkey.benchmarks.load.child;

import dev.latchkey.benchmarks.raw.RawUser;
import dev.latchkey.benchmarks.raw.UserAdapter;
import java.io.IOException;
import java.util.Objects;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** The same with OkHttp and a hand-written adapter: {@code RawMain BASE_URL USER_ID}. */
public final class RawMain {
    private RawMain() {}

    /** Prints the user's name, and the nanoseconds since the start. */
    public static void main(String[] args) throws IOException {
        long start = System.nanoTime();
        OkHttpClient http = new OkHttpClient();
        Request request = new Request.Builder()
                .url(args[0] + "/api/users/" + args[1])
                .header("Authorization", "Bearer " + RawLogin.token(http, args[0]))
                .build();
        try (Response response = http.newCall(request).execute()) {
            RawUser user = Objects.requireNonNull(
                    new UserAdapter().fromJson(response.body().source()));
            System.out.println(user.username() + " " + (System.nanoTime() - start));
        }
        http.connectionPool().evictAll();
    }
}
