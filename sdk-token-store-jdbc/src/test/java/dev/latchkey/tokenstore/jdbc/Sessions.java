package dev.latchkey.tokenstore.jdbc;

import dev.latchkey.core.auth.LoginNotes;
import dev.latchkey.core.auth.LoginNotes.Outcome;
import dev.latchkey.core.auth.LoginNotes.SentPassword;
import dev.latchkey.core.auth.SessionKey;
import dev.latchkey.core.auth.StoredSession;
import dev.latchkey.core.auth.Tokens;
import dev.latchkey.leakcheck.SecretLeaks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What the tests keep. */
final class Sessions {
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
                "{\"role\":\"admin\"}",
                Instant.parse("2026-11-22T11:00:00Z"),
                NOTES);
    }

    static StoredSession loggedOut(long generation) {
        return new StoredSession(JANE, generation, 7, null, Instant.parse("2026-11-22T10:15:30Z"), null, null, null)
                .noting(NOTES);
    }
}
