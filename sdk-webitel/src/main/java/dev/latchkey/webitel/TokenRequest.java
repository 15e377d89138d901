package dev.latchkey.webitel;

import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.json.Json;
import dev.latchkey.core.json.RecordAdapter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A token to be made. The end is a number: the server makes of a text a token that never ends. */
record TokenRequest(Instant expire, String role) {
    static final RecordAdapter<TokenRequest> JSON = RecordAdapter.of("TokenRequest", r -> {
        var expire = r.required("expire", Json.EPOCH_MILLIS, TokenRequest::expire);
        var role = r.required("role", Json.STRING, TokenRequest::role);
        return in -> new TokenRequest(in.get(expire), in.get(role));
    });

    static TokenRequest of(String role, @Nullable Instant expires) {
        Inputs.require("role", role, "Give its name, such as user.");
        if (expires == null) {
            throw new InvalidInputException("The end of the token is missing.");
        }
        try {
            return new TokenRequest(Instant.ofEpochMilli(expires.toEpochMilli()), role);
        } catch (ArithmeticException e) {
            throw new InvalidInputException("The end of the token, " + expires + ", is no number of milliseconds.");
        }
    }
}
