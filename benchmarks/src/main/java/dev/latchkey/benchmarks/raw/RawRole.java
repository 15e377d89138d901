package dev.latchkey.benchmarks.raw;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A role of a user. */
public record RawRole(
        @Nullable String id,
        @Nullable String name,
        @Nullable Boolean isShared,
        @Nullable List<RawPermission> permissions) {}
