package dev.latchkey.core.vendor;

import dev.latchkey.core.auth.Tokens;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a token endpoint. At most one of the lifetime and the expiry is known; without either the token is used
 * until a server refuses it.
 *
 * @param tokens what was issued
 * @param lifetime how long the access token lives, null if not said
 * @param expiresAt until when the access token lives by the server's clock, null if not said
 * @param serverTime the answer's {@code Date}, by which an expiry is corrected; null if the answer has none or an {@code Age}
 * @param profile JSON that only a login tells (the user, permissions), kept with the session; null keeps what is there
 */
public record TokenGrant(
        Tokens tokens,
        @Nullable Duration lifetime,
        @Nullable Instant expiresAt,
        @Nullable Instant serverTime,
        @Nullable String profile) {

    /**
     * A grant with a relative lifetime.
     *
     * @param tokens what was issued
     * @param lifetime how long the access token lives, null if not known
     * @param profile JSON that only a login tells, or null
     * @return the grant
     */
    public static TokenGrant lasting(Tokens tokens, @Nullable Duration lifetime, @Nullable String profile) {
        return new TokenGrant(tokens, lifetime, null, null, profile);
    }

    /**
     * A grant with an expiry by the server's clock.
     *
     * @param tokens what was issued
     * @param expiresAt the expiry
     * @param serverTime the answer's {@code Date}, or null
     * @param profile JSON that only a login tells, or null
     * @return the grant
     */
    public static TokenGrant until(
            Tokens tokens, Instant expiresAt, @Nullable Instant serverTime, @Nullable String profile) {
        return new TokenGrant(tokens, null, expiresAt, serverTime, profile);
    }

    /** The lifetime; never the tokens or the profile. */
    @Override
    public String toString() {
        return "TokenGrant[" + tokens + ", lifetime=" + lifetime + ", expiresAt=" + expiresAt + "]";
    }
}
