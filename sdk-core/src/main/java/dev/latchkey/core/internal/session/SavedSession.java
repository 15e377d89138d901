package dev.latchkey.core.internal.session;

import dev.latchkey.core.auth.SessionKey;
import dev.latchkey.core.auth.SessionListener;
import dev.latchkey.core.auth.StoreBusyException;
import dev.latchkey.core.auth.StoredSession;
import dev.latchkey.core.auth.TokenStore;
import dev.latchkey.core.auth.TokenStore.Entry;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This session's entry in the store. A store that fails is reported and then done without: the tokens in memory are the
 * only live ones and must not be lost with it.
 */
final class SavedSession {
    private static final Logger LOG = LoggerFactory.getLogger(SavedSession.class);

    private final TokenStore store;
    private final SessionKey key;
    private final Duration maxWait;
    private final SessionEvents events;

    SavedSession(TokenStore store, SessionKey key, Duration maxWait, SessionEvents events) {
        this.store = store;
        this.key = key;
        this.maxWait = maxWait;
        this.events = events;
    }

    /**
     * Runs an action in the exclusive section, or outside of it if the store is broken.
     *
     * @throws StoreBusyException if somebody else held the section for too long
     * @throws InterruptedIOException if the session's threads are being ended
     */
    <T> T exclusively(Function<Entry, T> action) throws StoreBusyException, InterruptedIOException {
        try {
            return store.exclusively(key, maxWait, action::apply);
        } catch (StoreBusyException e) {
            throw e;
        } catch (IOException e) {
            report(e);
            return action.apply(new BrokenEntry(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The wait for the token store was interrupted.");
        }
    }

    /** What is kept, or null if nothing is, or nothing that can be read. */
    @Nullable
    StoredSession load(Entry entry) {
        try {
            return verified(entry.load());
        } catch (IOException e) {
            report(e);
            return null;
        }
    }

    /** The same without the exclusive section. */
    @Nullable
    StoredSession peek() {
        try {
            return verified(store.load(key));
        } catch (IOException e) {
            report(e);
            return null;
        }
    }

    /** Whether the store has it now. */
    boolean save(Entry entry, StoredSession session) {
        try {
            entry.save(session);
            return true;
        } catch (IOException e) {
            report(e);
            return false;
        }
    }

    private @Nullable StoredSession verified(@Nullable StoredSession loaded) throws IOException {
        if (loaded != null && !loaded.key().equals(key)) {
            throw new IOException("The store returned a session of another key. It is not used.");
        }
        return loaded;
    }

    private void report(IOException e) {
        if (e instanceof BrokenStoreException) {
            return; // Told when the section could not be entered.
        }
        LOG.warn(
                "The token store failed ({}); the session goes on from memory.",
                e.getClass().getName());
        events.tell((SessionListener listener) -> listener.storeFailed(e));
    }

    private static final class BrokenStoreException extends IOException {
        BrokenStoreException(IOException cause) {
            super("The token store is broken.", cause);
        }
    }

    private record BrokenEntry(IOException cause) implements Entry {
        @Override
        public @Nullable StoredSession load() throws IOException {
            throw new BrokenStoreException(cause);
        }

        @Override
        public void save(StoredSession session) throws IOException {
            throw new BrokenStoreException(cause);
        }
    }
}
