package dev.latchkey.fake.connectware;

import org.jspecify.annotations.Nullable;

/**
 * A client certificate of a user; the API's {@code UserCertificate}.
 *
 * @param fingerprint what names it
 * @param createdAt when it was added, as the API prints it
 * @param expiresAt when it ends, as the API prints it, or null if that is not known
 */
public record FakeCertificate(
        String fingerprint,
        @Nullable String createdAt,
        @Nullable String expiresAt) {}
