package dev.latchkey.core.store;

import com.squareup.moshi.JsonAdapter;
import dev.latchkey.core.json.Json;
import dev.latchkey.core.json.RecordAdapter;
import dev.latchkey.core.store.LoginNotes.Outcome;
import dev.latchkey.core.store.LoginNotes.SentCode;
import dev.latchkey.core.store.LoginNotes.SentPassword;

/** Notes on logins as a stored session has them. What cannot be read of them is left out: it must not cost the session. */
final class LoginNotesJson {
    private static final JsonAdapter<Outcome> OUTCOME = Json.mapped(Json.STRING, Outcome::valueOf, Outcome::name);

    private static final JsonAdapter<Long> STEP = Json.mapped(Json.LONG, step -> Math.max(0, step), step -> step);

    private static final JsonAdapter<SentPassword> PASSWORD = RecordAdapter.of("SentPassword", r -> {
        var print = r.required("print", Json.INT, SentPassword::print);
        var outcome = r.required("outcome", OUTCOME, SentPassword::outcome);
        var count = r.required("count", Json.INT, SentPassword::count);
        var lastSentAt = r.required("lastSentAt", Json.INSTANT, SentPassword::lastSentAt);
        return in -> new SentPassword(in.get(print), in.get(outcome), in.get(count), in.get(lastSentAt));
    });

    private static final JsonAdapter<SentCode> CODE = RecordAdapter.of("SentCode", r -> {
        var print = r.required("print", Json.INT, SentCode::print);
        var refused = r.required("refused", Json.INT, SentCode::refused);
        var sentAt = r.required("sentAt", Json.INSTANT, SentCode::sentAt);
        return in -> new SentCode(in.get(print), in.get(refused), in.get(sentAt));
    });

    private static final JsonAdapter<LoginNotes> WHOLE = RecordAdapter.of("LoginNotes", r -> {
        var passwords = r.list("passwords", Json.lenient(PASSWORD), LoginNotes::passwords);
        var step = r.orElse("oneTimePasswordStep", Json.lenient(STEP), 0L, LoginNotes::oneTimePasswordStep);
        var code = r.optional("oneTimePassword", Json.lenient(CODE), LoginNotes::oneTimePassword);
        return in -> new LoginNotes(in.get(passwords), in.get(step), in.get(code));
    });

    static final JsonAdapter<LoginNotes> JSON = Json.lenient(WHOLE);

    private LoginNotesJson() {}
}
