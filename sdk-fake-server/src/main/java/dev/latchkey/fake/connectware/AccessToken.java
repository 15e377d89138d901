package dev.latchkey.fake.connectware;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A token that has been issued, without its text.
 *
 * @param fingerprint the SHA-256 of the text in hex, by which the API names it
 * @param userId whose it is
 * @param createdAt when it was issued, on the fake's clock
 * @param expiresAt when it ends
 * @param label what its owner calls it
 */
record AccessToken(
        String fingerprint,
        String userId,
        Instant createdAt,
        Instant expiresAt,
        @Nullable String label) {}
