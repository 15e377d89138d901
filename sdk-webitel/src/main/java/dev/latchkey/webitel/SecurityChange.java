package dev.latchkey.webitel;

import dev.latchkey.core.json.Json;
import dev.latchkey.core.json.RecordAdapter;
import org.jspecify.annotations.Nullable;

/** A boolean and no text: the server takes any text for a yes. */
record SecurityChange(
        @Nullable Boolean newSecret,
        @Nullable Boolean enabled,
        @Nullable String code) {
    static final RecordAdapter<SecurityChange> JSON = RecordAdapter.of("SecurityChange", r -> {
        var newSecret = r.optional("generateNewSecretKey", Json.BOOLEAN, SecurityChange::newSecret);
        var enabled = r.optional("setEnable", Json.BOOLEAN, SecurityChange::enabled);
        var code = r.optional("code", Json.STRING, SecurityChange::code);
        return in -> new SecurityChange(in.get(newSecret), in.get(enabled), in.get(code));
    });

    /** Without the code. */
    @Override
    public String toString() {
        return "SecurityChange[newSecret=" + newSecret + ", enabled=" + enabled + "]";
    }
}
