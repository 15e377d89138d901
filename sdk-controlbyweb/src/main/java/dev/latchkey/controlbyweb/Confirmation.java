package dev.latchkey.controlbyweb;

import dev.latchkey.core.http.Answer;
import dev.latchkey.core.json.Json;
import dev.latchkey.core.json.RecordAdapter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The server's word that something was done.
 *
 * @param message for instance {@code success}; empty if the answer has no body
 * @param data a code beside the message, such as {@code passwords.sent}, or null
 */
public record Confirmation(String message, @Nullable String data) {
    static final RecordAdapter<Confirmation> JSON = RecordAdapter.of("Confirmation", r -> {
        var message = r.required("message", Json.STRING, Confirmation::message);
        var data = r.optional("data", Json.lenient(Json.STRING_LENIENT), Confirmation::data);
        return in -> new Confirmation(in.get(message), in.get(data));
    });

    /** A success that says nothing is one all the same, such as a 204. */
    static Confirmation read(Answer answer) throws IOException {
        return answer.isEmpty() ? new Confirmation("", null) : answer.json(JSON);
    }

    /** Neither the message nor the code, which may repeat what was sent. */
    @Override
    public String toString() {
        return "Confirmation";
    }
}
