package dev.latchkey.core.auth;

import org.jspecify.annotations.Nullable;

/**
 * What a server issued, as it goes on the wire.
 *
 * @param accessToken sent with every call
 * @param refreshToken exchanged for the next pair, where the vendor has one
 * @param key second half of the access token, where the vendor issues a pair (Webitel)
 */
public record Tokens(
        String accessToken,
        @Nullable String refreshToken,
        @Nullable String key) {

    /** Which parts there are; never their values. */
    @Override
    public String toString() {
        return "Tokens[accessToken=***" + (refreshToken == null ? "" : ", refreshToken=***")
                + (key == null ? "" : ", key=***") + "]";
    }
}
