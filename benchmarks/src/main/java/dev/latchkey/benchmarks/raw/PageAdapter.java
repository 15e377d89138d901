package dev.latchkey.benchmarks.raw;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a page of users. */
public final class PageAdapter extends HandWritten<RawPage> {
    private static final JsonReader.Options NAMES = JsonReader.Options.of("users", "pagination");

    private final UserAdapter usersAdapter = new UserAdapter();
    private final PaginationAdapter paginationAdapter = new PaginationAdapter();

    @Override
    public RawPage fromJson(JsonReader reader) throws IOException {
        @Nullable List<RawUser> users = null;
        @Nullable RawPagination pagination = null;
        reader.beginObject();
        while (reader.hasNext()) {
            switch (reader.selectName(NAMES)) {
                case 0 -> users = list(reader, usersAdapter);
                case 1 -> pagination = paginationAdapter.fromJson(reader);
                default -> skip(reader);
            }
        }
        reader.endObject();
        return new RawPage(users, pagination);
    }
}
