package dev.latchkey.benchmarks.get;

import com.squareup.moshi.JsonAdapter;
import dev.latchkey.benchmarks.raw.RawUser;
import dev.latchkey.benchmarks.raw.UserAdapter;
import java.io.IOException;
import java.util.Objects;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** The floor: no renewal, no retry, no limit, no error that says more than the status. */
final class RawUsers implements UserSource<RawUser> {
    private final String baseUrl;
    private final String authorization;
    private final OkHttpClient client = new OkHttpClient();
    private final JsonAdapter<RawUser> adapter = new UserAdapter();

    RawUsers(String baseUrl, String token) {
        this.baseUrl = baseUrl;
        this.authorization = "Bearer " + token;
    }

    @Override
    public RawUser get(String id) throws IOException {
        Request request = new Request.Builder()
                .url(baseUrl + "/api/users/" + id)
                .header("Authorization", authorization)
                .build();
        try (Response response = client.newCall(request).execute()) {
            if (!response.isSuccessful()) {
                throw new IOException("HTTP " + response.code());
            }
            return Objects.requireNonNull(adapter.fromJson(response.body().source()));
        }
    }

    @Override
    public @Nullable String username(RawUser user) {
        return user.username();
    }
}
