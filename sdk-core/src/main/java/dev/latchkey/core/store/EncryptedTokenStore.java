package dev.latchkey.core.store;

import dev.latchkey.core.InvalidInputException;
import java.io.IOException;
import java.time.Duration;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * Seals sessions before another store keeps them: AES-GCM with a key of the caller's, which may live in a keystore that does
 * not hand it out, such as Android's.
 *
 * <pre>{@code
 * SecretKey key = (SecretKey) keyStore.getKey("sessions", null);
 * TokenStore store = EncryptedTokenStore.over(FileTokenStore.at(folder), key);
 * }</pre>
 *
 * <p><b>What is sealed.</b> The whole session: tokens, profile, and with them whose it is, its generation and its version. The
 * inner store sees the latter in clear, and one text in place of the tokens. What was sealed opens only as the same session,
 * generation and version: a sealed text that was changed, or moved to another entry, is refused. Not noticed is an entry that
 * was put back as a whole to what it was earlier. That a session was logged out is no secret, and is kept in clear; notes on logins
 * are not.
 *
 * <p><b>What cannot be opened</b> is reported as an {@link UnreadableSessionException} and left as it is. The client goes on as
 * without a stored session, and what it saves next takes the place: an app whose key is gone is not locked out of its own
 * store. Only what a later version of the SDK has sealed is not saved over.
 *
 * <p><b>Changing the key.</b> Give the new one, and the old one to {@link #alsoReading}. Sessions are sealed with the new one
 * when they are next saved.
 *
 * <p><b>Adding encryption to what is out there.</b> Sessions in clear are refused, since who can write to the store could plant
 * one. {@link #takingUpPlainSessions} accepts them until they are next saved.
 *
 * <p>Immutable. As safe for use by many threads as the inner store is.
 */
public final class EncryptedTokenStore implements TokenStore {
    private final TokenStore inner;
    private final SessionSeal seal;

    private EncryptedTokenStore(TokenStore inner, SessionSeal seal) {
        this.inner = inner;
        this.seal = seal;
    }

    /**
     * Seals what a store keeps.
     *
     * @param inner keeps the sealed sessions
     * @param key of AES, 128, 192 or 256 bits; it need not be exportable, and its provider chooses the nonces
     * @return the store
     * @throws InvalidInputException if the key is for something else, or of another length
     */
    public static EncryptedTokenStore over(TokenStore inner, SecretKey key) {
        return new EncryptedTokenStore(inner, SessionSeal.with(key));
    }

    /**
     * Opens sessions that a former key has sealed, too.
     *
     * @param former a key that was given to {@link #over} earlier
     * @return a store that does
     * @throws InvalidInputException if the key is for something else, or of another length
     */
    public EncryptedTokenStore alsoReading(SecretKey former) {
        return new EncryptedTokenStore(inner, seal.alsoOpening(former));
    }

    /**
     * Takes up sessions that were stored in clear, and seals them when they are next saved. While a client does this, who can
     * write to the inner store can plant a session of their own: drop it once the sessions of old are sealed or over.
     *
     * @return a store that does
     */
    public EncryptedTokenStore takingUpPlainSessions() {
        return new EncryptedTokenStore(inner, seal.openingPlain());
    }

    /**
     * Reads and opens a session.
     *
     * @throws UnreadableSessionException if none of the keys opens it, or it is in clear; the message shows nothing of it
     * @throws IOException if a key cannot be used, or the inner store cannot be read
     */
    @Override
    public @Nullable StoredSession load(SessionKey key) throws IOException {
        return opened(key, inner.load(key));
    }

    @Override
    public <T> T exclusively(SessionKey key, Duration maxWait, Section<T> section)
            throws IOException, InterruptedException {
        return inner.exclusively(key, maxWait, entry -> section.run(new SealedEntry(key, entry)));
    }

    @Override
    public <T> T exclusivelyWithoutRefresh(SessionKey key, Duration maxWait, Section<T> section)
            throws IOException, InterruptedException {
        return inner.exclusivelyWithoutRefresh(key, maxWait, entry -> section.run(new SealedEntry(key, entry)));
    }

    /** Shows neither keys nor the inner store. */
    @Override
    public String toString() {
        return "EncryptedTokenStore";
    }

    private @Nullable StoredSession opened(SessionKey key, @Nullable StoredSession kept) throws IOException {
        return kept == null ? null : seal.open(key, kept);
    }

    private final class SealedEntry implements Entry {
        private final SessionKey key;
        private final Entry entry;

        SealedEntry(SessionKey key, Entry entry) {
            this.key = key;
            this.entry = entry;
        }

        @Override
        public @Nullable StoredSession load() throws IOException {
            return opened(key, entry.load());
        }

        @Override
        public void save(StoredSession session) throws IOException {
            StoredSession sealed = seal.close(session);
            SessionSeal.requireReplaceable(kept());
            entry.save(sealed);
        }

        @Override
        public boolean mayBeSpent() {
            return entry.mayBeSpent();
        }

        @Override
        public void requireHeld() throws IOException {
            entry.requireHeld();
        }

        private @Nullable StoredSession kept() throws IOException {
            try {
                return entry.load();
            } catch (UnreadableSessionException e) {
                return null; // Whether that may be saved over is for the inner store to say.
            }
        }
    }
}
