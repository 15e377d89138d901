package dev.latchkey.benchmarks.raw;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

final class PermissionAdapter extends HandWritten<RawPermission> {
    private static final JsonReader.Options NAMES = JsonReader.Options.of("id", "resource", "operation", "context");

    @Override
    public RawPermission fromJson(JsonReader reader) throws IOException {
        @Nullable String id = null;
        @Nullable String resource = null;
        @Nullable String operation = null;
        @Nullable String context = null;
        reader.beginObject();
        while (reader.hasNext()) {
            switch (reader.selectName(NAMES)) {
                case 0 -> id = text(reader);
                case 1 -> resource = text(reader);
                case 2 -> operation = text(reader);
                case 3 -> context = text(reader);
                default -> skip(reader);
            }
        }
        reader.endObject();
        return new RawPermission(id, resource, operation, context);
    }
}
