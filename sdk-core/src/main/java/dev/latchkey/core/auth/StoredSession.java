package dev.latchkey.core.auth;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A session as a {@link TokenStore} keeps it. Without tokens it is a tombstone: the session was logged out.
 *
 * @param key whose session this is; verified on load
 * @param generation grows with every login and logout
 * @param version grows with every new token; only a higher one is ever adopted
 * @param tokens what the server issued, null once logged out
 * @param obtainedAt when the tokens were asked for, by the wall clock of the process that did
 * @param lifetime how long the access token lives from then on, null if not known
 * @param profile JSON that the login told, or null
 * @param renewingSince when a renewal of these tokens began whose outcome is not stored; their refresh token may be spent.
 *     Null if there is none. Whoever copies a session keeps it
 */
public record StoredSession(
        SessionKey key,
        long generation,
        long version,
        @Nullable Tokens tokens,
        Instant obtainedAt,
        @Nullable Duration lifetime,
        @Nullable String profile,
        @Nullable Instant renewingSince) {

    /**
     * Whether the session was logged out.
     *
     * @return true for a tombstone
     */
    public boolean isLoggedOut() {
        return tokens == null;
    }

    /**
     * The same session, with a renewal underway or none.
     *
     * @param since when it began, or null
     * @return the session
     */
    public StoredSession renewing(@Nullable Instant since) {
        return new StoredSession(key, generation, version, tokens, obtainedAt, lifetime, profile, since);
    }

    /** Everything but the tokens and the profile. */
    @Override
    public String toString() {
        return "StoredSession[" + key + ", generation=" + generation + ", version=" + version + ", "
                + (tokens == null ? "logged out" : tokens.toString()) + ", obtainedAt=" + obtainedAt + ", lifetime="
                + lifetime + (renewingSince == null ? "]" : ", renewingSince=" + renewingSince + "]");
    }
}
