package dev.latchkey.fake.controlbyweb;

import dev.latchkey.fake.Fingerprint;
import java.time.Instant;

/**
 * A pair of tokens.
 *
 * @param accessToken the bearer token
 * @param refreshToken what renews it
 * @param expiresAt when the access token ends, on the fake's clock
 */
public record IssuedTokens(String accessToken, String refreshToken, Instant expiresAt) {
    /** Fingerprints in the place of the tokens. */
    @Override
    public String toString() {
        return "IssuedTokens[" + Fingerprint.of(accessToken) + ", " + Fingerprint.of(refreshToken) + ", until "
                + expiresAt + "]";
    }
}
