package dev.latchkey.devicehive;

import dev.latchkey.core.json.Json;
import dev.latchkey.core.json.RecordAdapter;
import org.jspecify.annotations.Nullable;

/** What networks and device types are created from. */
record NamedThing(String name, @Nullable String description) {
    static final RecordAdapter<NamedThing> JSON = RecordAdapter.of("NamedThing", r -> {
        var name = r.required("name", Json.STRING, NamedThing::name);
        var description = r.optional("description", Json.STRING, NamedThing::description);
        return in -> new NamedThing(in.get(name), in.get(description));
    });

    /** The number of what has been created, which is all that the server tells of it. */
    record Id(long id) {
        static final RecordAdapter<Id> JSON = RecordAdapter.of("Id", r -> {
            var id = r.required("id", Json.LONG_LENIENT, Id::id);
            return in -> new Id(in.get(id));
        });
    }
}
