package dev.latchkey.tokenstore.jdbc;

import dev.latchkey.core.auth.Tokens;
import dev.latchkey.core.store.LoginNotes;
import dev.latchkey.core.store.LoginNotes.Outcome;
import dev.latchkey.core.store.LoginNotes.SentPassword;
import dev.latchkey.core.store.SessionKey;
import dev.latchkey.core.store.StoredSession;
import dev.latchkey.core.store.TokenStore;
import dev.latchkey.leakcheck.SecretLeaks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What the tests keep. */
final class Sessions {
    static final Duration LONG = Duration.ofSeconds(30);
    static final SessionKey JANE = of("jane");

    private static final LoginNotes NOTES = new LoginNotes(
            List.of(new SentPassword(4711, Outcome.REFUSED, 2, Instant.parse("2026-11-22T09:00:00Z"))), 59_000_000);

    private Sessions() {}

    static SessionKey of(String identity) {
        return new SessionKey("controlbyweb", "https://cloud.example.com", identity);
    }

    static StoredSession version(long version) {
        return version(JANE, version);
    }

    static StoredSession version(SessionKey key, long version) {
        return new StoredSession(
                key,
                1,
                version,
                new Tokens(SecretLeaks.MARKER + "a" + version, SecretLeaks.MARKER + "r" + version, null),
                Instant.parse("2026-11-22T10:15:30Z"),
                Duration.ofHours(1),
                "{\"role\":\"admin of \u5f20\"}",
                null,
                NOTES);
    }

    /** The same, whose refresh token is about to be sent. */
    static StoredSession sent(long version) {
        return version(version).renewing(Instant.parse("2026-11-22T11:00:00Z"));
    }

    static StoredSession loggedOut(long generation) {
        return new StoredSession(JANE, generation, 7, null, Instant.parse("2026-11-22T10:15:30Z"), null, null, null)
                .noting(NOTES);
    }

    static void save(TokenStore store, StoredSession session) throws Exception {
        save(store, session.key(), session);
    }

    /** In an entry of any key. */
    static void save(TokenStore store, SessionKey key, StoredSession session) throws Exception {
        IOException failure = store.exclusively(key, LONG, entry -> {
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

    static StoredSession load(TokenStore.Entry entry) {
        try {
            return entry.load();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
