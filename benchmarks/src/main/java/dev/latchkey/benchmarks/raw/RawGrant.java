package dev.latchkey.benchmarks.raw;

import org.jspecify.annotations.Nullable;

/** How a user may prove who it is. */
public record RawGrant(@Nullable String method, @Nullable Boolean isRequired) {}
