package dev.latchkey.core.auth;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Keeps sessions beyond a client's life, and lets several clients or processes share one. {@link #inMemory()}, {@link
 * FileTokenStore}, a database or a store of your own, which promises what follows.
 *
 * <p><b>Failures.</b> An {@link IOException} says that the store is away or failed and may work again later: the session goes on
 * from memory and tries again. Some kinds say more. {@link StoreBusyException}: somebody else is in the section. {@link
 * StoreSetupException}: no second try helps until somebody has changed something; its message names what. {@link
 * StoreFailedException}: the store has failed in a way that its message describes. An entry
 * that holds no session is an {@link UnreadableSessionException}, never null, since null means that nobody has logged in. The
 * messages of these four are logged and shown, so they hold no secret; of any other exception only the class is. A failed {@link Entry#save} has left the old content whole; a save that has returned survives a crash, where
 * the store is durable. Runtime exceptions are taken as failures, too.
 *
 * <p><b>Content.</b> A store keeps all members of a session, {@link StoredSession#logins()} too. There may be an entry before
 * anybody has logged in, without tokens and of generation 0, that holds notes on logins alone: it is no logout.
 *
 * <p><b>Limits.</b> {@link #exclusively} waits for others no longer than it is told, and not at all for zero or less. Everything else
 * ends in seconds: a store with timeouts of its own (a database, a network) sets them. A section may last as long as a token request.
 * A holder that dies lets go of the section by itself. A holder that lives is not thrown out while its section runs; if that can
 * happen all the same, its later saves fail, except of tokens that are newer than the stored ones.
 *
 * <p><b>Threads.</b> A store is used by many threads at once. The section runs in the thread that has called {@link #exclusively}, once
 * at most, and its entry is used in that thread only and not after it has returned. Sessions of different keys do not wait for each
 * other. An interrupt ends the wait for the section with an {@link InterruptedException}; once in it, loads and saves finish
 * their work and leave the thread interrupted, since the tokens at hand may exist nowhere else. A store calls no client that uses it.
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
     * @throws StoreSetupException if the store cannot be used as it is set up; the action did not run
     * @throws IOException if the store failed; the action did not run
     * @throws InterruptedException if the wait was interrupted; the action did not run
     */
    <T> T exclusively(SessionKey key, Duration maxWait, Section<T> section) throws IOException, InterruptedException;

    /**
     * The same for an action that can do without the refresh token of the entry: that logs in instead, or logs out. A store that
     * knows that a former holder may have sent this token, and died or lost touch, keeps others from sending it again for as long as
     * the answer may still be stored; this action may then run sooner, and finds {@link Entry#mayBeSpent()}.
     *
     * @param key whose session
     * @param maxWait how long to wait for others to leave
     * @param section runs at most once
     * @param <T> what the action yields
     * @return what the action yields
     * @throws StoreBusyException if others did not leave in time; the action did not run
     * @throws StoreSetupException if the store cannot be used as it is set up; the action did not run
     * @throws IOException if the store failed; the action did not run
     * @throws InterruptedException if the wait was interrupted; the action did not run
     */
    default <T> T exclusivelyWithoutRefresh(SessionKey key, Duration maxWait, Section<T> section)
            throws IOException, InterruptedException {
        return exclusively(key, maxWait, section);
    }

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

        /**
         * Whether a former holder may have sent the refresh token that was found here, and may still store what it brings. Who can
         * log in does that then, rather than send it again.
         *
         * @return false if the store does not know, or expects nothing any more
         */
        default boolean mayBeSpent() {
            return false;
        }

        /**
         * Asked just before a refresh token is sent, once a session with {@link StoredSession#renewingSince()} is saved.
         *
         * @throws IOException if others may have taken this holder for dead, so that it must not send it
         */
        default void requireHeld() throws IOException {}
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
