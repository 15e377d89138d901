package dev.latchkey.benchmarks.raw;

import org.jspecify.annotations.Nullable;

/** Where a page is in its listing. */
public record RawPagination(
        @Nullable Integer totalPages,
        @Nullable Integer totalRows,
        @Nullable Integer totalRowsInPage,
        @Nullable Integer currentPage,
        @Nullable Integer nextPage,
        @Nullable Integer rowsPerPage) {}
