package dev.latchkey.webitel;

import com.squareup.moshi.JsonAdapter;
import dev.latchkey.core.json.Json;
import dev.latchkey.core.json.RecordAdapter;

/** How many documents of its database the server found and changed. A replica set adds members, which do not matter. */
record Changed(int found, int changed) {
    private static final RecordAdapter<Changed> JSON = RecordAdapter.of("Changed", r -> {
        var found = r.required("n", Json.INT_LENIENT, Changed::found);
        var changed = r.required("nModified", Json.INT_LENIENT, Changed::changed);
        return in -> new Changed(in.get(found), in.get(changed));
    });

    static final JsonAdapter<Changed> WRAPPED = Wrapped.in(JSON);
}
