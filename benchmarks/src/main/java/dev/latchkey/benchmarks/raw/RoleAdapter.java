package dev.latchkey.benchmarks.raw;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

final class RoleAdapter extends HandWritten<RawRole> {
    private static final JsonReader.Options NAMES = JsonReader.Options.of("id", "name", "isShared", "permissions");

    private final PermissionAdapter permissionsAdapter = new PermissionAdapter();

    @Override
    public RawRole fromJson(JsonReader reader) throws IOException {
        @Nullable String id = null;
        @Nullable String name = null;
        @Nullable Boolean isShared = null;
        @Nullable List<RawPermission> permissions = null;
        reader.beginObject();
        while (reader.hasNext()) {
            switch (reader.selectName(NAMES)) {
                case 0 -> id = text(reader);
                case 1 -> name = text(reader);
                case 2 -> isShared = flag(reader);
                case 3 -> permissions = list(reader, permissionsAdapter);
                default -> skip(reader);
            }
        }
        reader.endObject();
        return new RawRole(id, name, isShared, permissions);
    }
}
