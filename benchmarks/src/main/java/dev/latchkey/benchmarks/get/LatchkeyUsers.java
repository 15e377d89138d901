package dev.latchkey.benchmarks.get;

import dev.latchkey.connectware.ConnectwareClient;
import dev.latchkey.connectware.User;
import org.jspecify.annotations.Nullable;

/** Ours. */
final class LatchkeyUsers implements UserSource<User> {
    private final ConnectwareClient client;

    LatchkeyUsers(String baseUrl) {
        client = ConnectwareClient.builder()
                .baseUrl(baseUrl)
                .credentials("jane", "secret")
                .build();
    }

    @Override
    public User get(String id) {
        return client.users().get(id).execute();
    }

    @Override
    public @Nullable String username(User user) {
        return user.username();
    }

    @Override
    public void close() {
        client.close();
    }
}
