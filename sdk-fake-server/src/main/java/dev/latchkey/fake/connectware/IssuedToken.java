package dev.latchkey.fake.connectware;

import dev.latchkey.fake.Fingerprint;
import java.time.Instant;

/**
 * A token that a user has been given.
 *
 * @param token the bearer token
 * @param fingerprint what the lists of tokens show in its place, and what names it when it is deleted
 * @param expiresAt when it ends, on the fake's clock
 */
public record IssuedToken(String token, String fingerprint, Instant expiresAt) {
    /** The journal's fingerprint in the place of the token. */
    @Override
    public String toString() {
        return "IssuedToken[" + Fingerprint.of(token) + ", until " + expiresAt + "]";
    }
}
