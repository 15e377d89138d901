package dev.latchkey.fake.devicehive;

import dev.latchkey.fake.Fingerprint;

/**
 * A pair of tokens.
 *
 * @param accessToken the bearer token
 * @param refreshToken what renews it, any number of times
 */
public record IssuedTokens(String accessToken, String refreshToken) {
    /** Fingerprints in the place of the tokens. */
    @Override
    public String toString() {
        return "IssuedTokens[" + Fingerprint.of(accessToken) + ", " + Fingerprint.of(refreshToken) + "]";
    }
}
