package dev.latchkey.benchmarks.raw;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

final class GrantAdapter extends HandWritten<RawGrant> {
    private static final JsonReader.Options NAMES = JsonReader.Options.of("method", "isRequired");

    @Override
    public RawGrant fromJson(JsonReader reader) throws IOException {
        @Nullable String method = null;
        @Nullable Boolean isRequired = null;
        reader.beginObject();
        while (reader.hasNext()) {
            switch (reader.selectName(NAMES)) {
                case 0 -> method = text(reader);
                case 1 -> isRequired = flag(reader);
                default -> skip(reader);
            }
        }
        reader.endObject();
        return new RawGrant(method, isRequired);
    }
}
