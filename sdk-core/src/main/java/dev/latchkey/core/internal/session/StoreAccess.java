package dev.latchkey.core.internal.session;

import dev.latchkey.core.store.SessionKey;
import dev.latchkey.core.store.StoredSession;
import dev.latchkey.core.store.TokenStore;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** How a session reaches its store. */
interface StoreAccess {

    /** That of a closed client. */
    StoreAccess NONE = new StoreAccess() {
        @Override
        public @Nullable StoredSession load(SessionKey key) throws InterruptedException {
            throw ended();
        }

        @Override
        public <T> T exclusively(
                SessionKey key,
                Duration maxWait,
                CompletableFuture<?> unwanted,
                boolean needsRefreshToken,
                TokenStore.Section<T> section)
                throws InterruptedException {
            throw ended();
        }

        private InterruptedException ended() {
            return new InterruptedException("The client is closed.");
        }
    };

    /** As {@link TokenStore#load}. */
    @Nullable
    StoredSession load(SessionKey key) throws IOException, InterruptedException;

    /**
     * As {@link TokenStore#exclusively}, or {@link TokenStore#exclusivelyWithoutRefresh}; the wait for others is over, too, once
     * {@code unwanted} has completed.
     */
    <T> T exclusively(
            SessionKey key,
            Duration maxWait,
            CompletableFuture<?> unwanted,
            boolean needsRefreshToken,
            TokenStore.Section<T> section)
            throws IOException, InterruptedException;

    /** The one or the other. */
    static <T> T enter(
            TokenStore store,
            SessionKey key,
            Duration maxWait,
            boolean needsRefreshToken,
            TokenStore.Section<T> section)
            throws IOException, InterruptedException {
        return needsRefreshToken
                ? store.exclusively(key, maxWait, section)
                : store.exclusivelyWithoutRefresh(key, maxWait, section);
    }

    /** The store itself, in the thread that asks. */
    static StoreAccess direct(TokenStore store) {
        return new StoreAccess() {
            @Override
            public @Nullable StoredSession load(SessionKey key) throws IOException {
                return store.load(key);
            }

            @Override
            public <T> T exclusively(
                    SessionKey key,
                    Duration maxWait,
                    CompletableFuture<?> unwanted,
                    boolean needsRefreshToken,
                    TokenStore.Section<T> section)
                    throws IOException, InterruptedException {
                return enter(store, key, maxWait, needsRefreshToken, section);
            }
        };
    }
}
