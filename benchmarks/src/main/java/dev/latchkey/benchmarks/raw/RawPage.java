package dev.latchkey.benchmarks.raw;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of users. */
public record RawPage(
        @Nullable List<RawUser> users, @Nullable RawPagination pagination) {}
