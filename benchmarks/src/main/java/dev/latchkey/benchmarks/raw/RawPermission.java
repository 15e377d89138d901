package dev.latchkey.benchmarks.raw;

import org.jspecify.annotations.Nullable;

/** A permission of a role. */
public record RawPermission(
        @Nullable String id,
        @Nullable String resource,
        @Nullable String operation,
        @Nullable String context) {}
