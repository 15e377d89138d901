package dev.latchkey.benchmarks.get;

import dev.latchkey.benchmarks.generated.ApiClient;
import dev.latchkey.benchmarks.generated.ApiException;
import dev.latchkey.benchmarks.generated.api.UsersApi;
import dev.latchkey.benchmarks.generated.model.User;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What openapi-generator makes, with a token that somebody else has to renew. */
final class GeneratedUsers implements UserSource<User> {
    private final UsersApi api;

    GeneratedUsers(String baseUrl, String token) {
        ApiClient client = new ApiClient();
        client.setBasePath(baseUrl);
        client.setBearerToken(token);
        api = new UsersApi(client);
    }

    @Override
    public User get(String id) throws IOException {
        try {
            return api.getUser(id);
        } catch (ApiException e) {
            throw new IOException("HTTP " + e.getCode(), e);
        }
    }

    @Override
    public @Nullable String username(User user) {
        return user.getUsername();
    }
}
