package dev.latchkey.devicehive;

import dev.latchkey.core.json.Json;
import dev.latchkey.core.json.RecordAdapter;

/** How many there are. */
record Count(long count) {
    static final RecordAdapter<Count> JSON = RecordAdapter.of("Count", r -> {
        var count = r.required("count", Json.LONG_LENIENT, Count::count);
        return in -> new Count(in.get(count));
    });
}
