package dev.latchkey.fake.devicehive;

import dev.latchkey.fake.internal.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A network or a device type. */
record Named(long id, String name, @Nullable String description) {

    /** With these members in front. */
    Map<String, @Nullable Object> json(@Nullable Object... inFront) {
        Map<String, @Nullable Object> json = Json.object(inFront);
        json.put("id", id);
        json.put("name", name);
        json.put("description", description);
        return json;
    }
}
