package dev.latchkey.core.internal.session;

import dev.latchkey.core.store.SessionKey;
import dev.latchkey.core.store.StoredSession;
import dev.latchkey.core.store.TokenStore;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A store that runs each section, saves what it is told to, and then fails. */
record FailingAtTheEnd(TokenStore inner) implements TokenStore {
    @Override
    public @Nullable StoredSession load(SessionKey key) throws IOException {
        return inner.load(key);
    }

    @Override
    public <T> T exclusively(SessionKey key, Duration maxWait, Section<T> section)
            throws IOException, InterruptedException {
        inner.exclusively(key, maxWait, section);
        throw new IOException("the connection was lost");
    }
}
