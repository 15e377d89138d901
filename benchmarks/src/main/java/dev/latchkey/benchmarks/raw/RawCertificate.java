package dev.latchkey.benchmarks.raw;

import org.jspecify.annotations.Nullable;

/** A certificate that a user may log in with. */
public record RawCertificate(
        @Nullable String fingerprint,
        @Nullable String createdAt,
        @Nullable String expiresAt) {}
