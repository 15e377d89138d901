package dev.latchkey.fake.webitel;

import dev.latchkey.fake.Fingerprint;
import java.time.Instant;

/**
 * What a login issues.
 *
 * @param token for the header {@code X-Access-Token}
 * @param key for the header {@code X-Key}
 * @param expiresAt when the pair ends, on the fake's clock
 */
public record TokenPair(String token, String key, Instant expiresAt) {
    /** Fingerprints in the place of the secrets. */
    @Override
    public String toString() {
        return "TokenPair[" + Fingerprint.of(token) + ", " + Fingerprint.of(key) + ", until " + expiresAt + "]";
    }
}
