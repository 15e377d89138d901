package dev.latchkey.core.store;

import dev.latchkey.core.auth.Tokens;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A session as a {@link TokenStore} keeps it. Without tokens it is a tombstone, of a session that was logged out; or, with
 * generation 0, there has been no session yet and the entry only holds notes on logins.
 *
 * @param key whose session this is; verified on load
 * @param generation grows with every login and logout
 * @param version grows with every new token; only a higher one is ever adopted
 * @param tokens what the server issued, null once logged out
 * @param obtainedAt when the tokens were asked for, by the wall clock of the process that did
 * @param lifetime how long the access token lives from then on, null if not known
 * @param profile JSON that the login told, or null
 * @param renewingSince when a renewal of these tokens began whose outcome is not stored; their refresh token may be spent.
 *     Null if there is none. Stores must preserve it
 * @param logins what all who share the store have to know about logins. Stores must preserve it
 */
public record StoredSession(
        SessionKey key,
        long generation,
        long version,
        @Nullable Tokens tokens,
        Instant obtainedAt,
        @Nullable Duration lifetime,
        @Nullable String profile,
        @Nullable Instant renewingSince,
        LoginNotes logins) {

    /**
     * A session without notes on logins.
     *
     * @param key whose session this is
     * @param generation grows with every login and logout
     * @param version grows with every new token
     * @param tokens what the server issued, or null
     * @param obtainedAt when the tokens were asked for
     * @param lifetime how long the access token lives from then on, or null
     * @param profile JSON that the login told, or null
     * @param renewingSince when a renewal began whose outcome is not stored, or null
     */
    public StoredSession(
            SessionKey key,
            long generation,
            long version,
            @Nullable Tokens tokens,
            Instant obtainedAt,
            @Nullable Duration lifetime,
            @Nullable String profile,
            @Nullable Instant renewingSince) {
        this(key, generation, version, tokens, obtainedAt, lifetime, profile, renewingSince, LoginNotes.NONE);
    }

    /**
     * Whether the session was logged out.
     *
     * @return true for a tombstone; false if there are tokens, or there has been no session yet
     */
    public boolean isLoggedOut() {
        return tokens == null && generation > 0;
    }

    /**
     * The same session, with a renewal underway or none.
     *
     * @param since when it began, or null
     * @return the session
     */
    public StoredSession renewing(@Nullable Instant since) {
        return new StoredSession(key, generation, version, tokens, obtainedAt, lifetime, profile, since, logins);
    }

    /**
     * The same session with other notes on logins.
     *
     * @param notes instead of those that it has
     * @return the session
     */
    public StoredSession noting(LoginNotes notes) {
        return new StoredSession(key, generation, version, tokens, obtainedAt, lifetime, profile, renewingSince, notes);
    }

    /** Everything but the tokens and the profile. */
    @Override
    public String toString() {
        String held = tokens == null ? (isLoggedOut() ? "logged out" : "no session yet") : tokens.toString();
        return "StoredSession[" + key + ", generation=" + generation + ", version=" + version + ", " + held
                + ", obtainedAt=" + obtainedAt + ", lifetime=" + lifetime
                + (renewingSince == null ? "" : ", renewingSince=" + renewingSince) + ", " + logins + "]";
    }
}
