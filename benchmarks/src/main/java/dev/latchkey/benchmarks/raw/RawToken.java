package dev.latchkey.benchmarks.raw;

import org.jspecify.annotations.Nullable;

/** A token that a user was issued. */
public record RawToken(
        @Nullable String fingerprint,
        @Nullable String createdAt,
        @Nullable String expiresAt,
        @Nullable String label) {}
