package dev.latchkey.benchmarks.raw;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

final class PaginationAdapter extends HandWritten<RawPagination> {
    private static final JsonReader.Options NAMES = JsonReader.Options.of(
            "totalPages", "totalRows", "totalRowsInPage", "currentPage", "nextPage", "rowsPerPage");

    @Override
    public RawPagination fromJson(JsonReader reader) throws IOException {
        @Nullable Integer totalPages = null;
        @Nullable Integer totalRows = null;
        @Nullable Integer totalRowsInPage = null;
        @Nullable Integer currentPage = null;
        @Nullable Integer nextPage = null;
        @Nullable Integer rowsPerPage = null;
        reader.beginObject();
        while (reader.hasNext()) {
            switch (reader.selectName(NAMES)) {
                case 0 -> totalPages = number(reader);
                case 1 -> totalRows = number(reader);
                case 2 -> totalRowsInPage = number(reader);
                case 3 -> currentPage = number(reader);
                case 4 -> nextPage = number(reader);
                case 5 -> rowsPerPage = number(reader);
                default -> skip(reader);
            }
        }
        reader.endObject();
        return new RawPagination(totalPages, totalRows, totalRowsInPage, currentPage, nextPage, rowsPerPage);
    }
}
