package dev.latchkey.reliability.keycloak;

import dev.latchkey.core.auth.SessionKey;
import dev.latchkey.core.auth.StoredSession;
import dev.latchkey.core.auth.TokenStore;
import dev.latchkey.core.auth.Tokens;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A store in memory for one session, which shows a test the tokens that it holds. */
final class WatchedStore implements TokenStore {
    private final TokenStore store = TokenStore.inMemory();
    private volatile @Nullable SessionKey used;

    Tokens tokens() {
        try {
            StoredSession session = store.load(Objects.requireNonNull(used));
            return Objects.requireNonNull(Objects.requireNonNull(session).tokens());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public @Nullable StoredSession load(SessionKey key) throws IOException {
        return store.load(key);
    }

    @Override
    public <T> T exclusively(SessionKey key, Duration maxWait, Section<T> section)
            throws IOException, InterruptedException {
        used = key;
        return store.exclusively(key, maxWait, section);
    }
}
