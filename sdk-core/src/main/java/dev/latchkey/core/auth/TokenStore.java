package dev.latchkey.core.auth;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Keeps sessions beyond a client's life, and lets several clients or processes share one. Implementations are safe for
 * use by many threads.
 */
public interface TokenStore {

    /**
     * Reads a session without entering its exclusive section.
     *
     * @param key whose session
     * @return the session, or null if none is kept
     * @throws IOException if the store cannot be read
     */
    @Nullable
    StoredSession load(SessionKey key) throws IOException;

    /**
     * Runs an action while nobody else is in the exclusive section of the same key, in this process or in another that
     * uses the same store. The action may take as long as a token request.
     *
     * @param key whose session
     * @param maxWait how long to wait for others to leave
     * @param section runs at most once
     * @param <T> what the action yields
     * @return what the action yields
     * @throws StoreBusyException if others did not leave in time; the action did not run
     * @throws IOException if the store failed; the action did not run
     * @throws InterruptedException if the wait was interrupted; the action did not run
     */
    <T> T exclusively(SessionKey key, Duration maxWait, Section<T> section) throws IOException, InterruptedException;

    /**
     * What runs in an exclusive section.
     *
     * @param <T> what it yields
     */
    @FunctionalInterface
    interface Section<T> {

        /**
         * Runs. It reports its own failures in its result, so that nothing thrown here is the section's.
         *
         * @param entry the entry that is held
         * @return its result
         */
        T run(Entry entry);
    }

    /** The entry of one session, held exclusively. */
    interface Entry {

        /**
         * Reads the entry.
         *
         * @return the session, or null if none is kept
         * @throws IOException if the store cannot be read
         */
        @Nullable
        StoredSession load() throws IOException;

        /**
         * Replaces the entry, durably where the store is durable.
         *
         * @param session the new content
         * @throws IOException if the store cannot be written; the old content is still there
         */
        void save(StoredSession session) throws IOException;
    }

    /**
     * A store in memory: for one process, shared by the clients that are given the same instance.
     *
     * @return an empty store
     */
    static TokenStore inMemory() {
        return new InMemoryTokenStore();
    }
}
