package dev.latchkey.webitel;

import dev.latchkey.core.http.Answer;
import dev.latchkey.core.json.Json;
import dev.latchkey.core.json.RecordAdapter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The server's word that something was done.
 *
 * @param status for instance {@code OK}; empty if the answer has no body
 * @param info in words, such as {@code Successful logout.}, or null
 */
public record Confirmation(String status, @Nullable String info) {
    static final RecordAdapter<Confirmation> JSON = RecordAdapter.of("Confirmation", r -> {
        var status = r.required("status", Json.STRING_LENIENT, Confirmation::status);
        var info = r.optional("info", Json.lenient(Json.STRING_LENIENT), Confirmation::info);
        return in -> new Confirmation(in.get(status), in.get(info));
    });

    /** A success that says nothing is one all the same, such as a 204. */
    static Confirmation read(Answer answer) throws IOException {
        return answer.isEmpty() ? new Confirmation("", null) : answer.json(JSON);
    }

    /** Neither of the words, which may repeat what was sent. */
    @Override
    public String toString() {
        return "Confirmation";
    }
}
