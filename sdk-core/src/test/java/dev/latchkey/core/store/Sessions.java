package dev.latchkey.core.store;

import dev.latchkey.core.auth.Tokens;
import dev.latchkey.core.store.LoginNotes.Outcome;
import dev.latchkey.core.store.LoginNotes.SentPassword;
import dev.latchkey.leakcheck.SecretLeaks;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sessions of Jane's, and what stores are asked to do with them. */
final class Sessions {
    static final SessionKey KEY = new SessionKey("controlbyweb", "https://api.test/v1", "jane");

    static final LoginNotes NOTES = new LoginNotes(
            List.of(
                    new SentPassword(0, Outcome.REFUSED, 3, Instant.parse("2026-11-25T09:00:00Z")),
                    new SentPassword(0xFFFF, Outcome.UNCERTAIN, 1, Instant.parse("2026-11-25T08:00:00Z"))),
            59_000_000);

    private static final Instant THEN = Instant.parse("2026-11-25T10:00:00.123456789Z");
    private static final Duration LONG = Duration.ofSeconds(20);

    private Sessions() {}

    static StoredSession session(long version) {
        return session(KEY, version);
    }

    static StoredSession session(SessionKey key, long version) {
        return new StoredSession(
                key, 1, version, tokens(version), THEN, Duration.ofHours(1), "{\"role\":\"admin\"}", null);
    }

    /** Takes several writes, so that a crash finds it half written. */
    static StoredSession bulky(long version) {
        String profile = String.join("", Collections.nCopies(20_000, version + ","));
        return new StoredSession(KEY, 1, version, tokens(version), THEN, null, profile, null);
    }

    static StoredSession tombstone(long generation) {
        return new StoredSession(KEY, generation, 1, null, THEN, null, null, null);
    }

    static void save(TokenStore store, StoredSession session) throws IOException, InterruptedException {
        IOException failure = store.exclusively(session.key(), LONG, entry -> {
            try {
                entry.save(session);
                return null;
            } catch (IOException e) {
                return e;
            }
        });
        if (failure != null) {
            throw failure;
        }
    }

    /** Loads in the section. */
    static @Nullable StoredSession load(TokenStore store) throws IOException, InterruptedException {
        IOException[] failure = new IOException[1];
        StoredSession loaded = store.exclusively(KEY, LONG, entry -> {
            try {
                return entry.load();
            } catch (IOException e) {
                failure[0] = e;
                return null;
            }
        });
        if (failure[0] != null) {
            throw failure[0];
        }
        return loaded;
    }

    /** Saves the version that follows on the stored one: an update that is lost where two do this at once. */
    static void countUp(TokenStore store) throws IOException, InterruptedException {
        IOException failure = store.exclusively(KEY, LONG, entry -> {
            try {
                StoredSession before = entry.load();
                entry.save(session(before == null ? 1 : before.version() + 1));
                return null;
            } catch (IOException e) {
                return e;
            }
        });
        if (failure != null) {
            throw failure;
        }
    }

    private static Tokens tokens(long version) {
        return new Tokens("a" + version + "-" + SecretLeaks.MARKER, "r" + version + "-" + SecretLeaks.MARKER, null);
    }
}
