package dev.latchkey.reliability.keycloak;

import dev.latchkey.core.json.Json;
import dev.latchkey.core.json.RecordAdapter;
import org.jspecify.annotations.Nullable;

/** What Keycloak has noted: {@code LOGIN}, {@code LOGIN_ERROR}, {@code REFRESH_TOKEN} or {@code LOGOUT}. */
record RealmEvent(String type, @Nullable String error) {
    static final RecordAdapter<RealmEvent> JSON = RecordAdapter.of("RealmEvent", r -> {
        var type = r.required("type", Json.STRING, RealmEvent::type);
        var error = r.optional("error", Json.STRING, RealmEvent::error);
        return in -> new RealmEvent(in.get(type), in.get(error));
    });
}
