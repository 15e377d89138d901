package dev.latchkey.webitel;

import dev.latchkey.core.json.Json;
import dev.latchkey.core.json.RecordAdapter;

/** The server disables a token by anything that is not {@code true}, a missing member too. */
record TokenState(boolean state) {
    static final RecordAdapter<TokenState> JSON = RecordAdapter.of("TokenState", r -> {
        var state = r.required("state", Json.BOOLEAN, TokenState::state);
        return in -> new TokenState(in.get(state));
    });
}
