package dev.latchkey.fake.webitel;

import dev.latchkey.fake.FakeRequest;
import dev.latchkey.fake.FakeResponse;
import dev.latchkey.fake.internal.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code POST /logout} and {@code GET /api/v2/whoami}. */
final class SessionEndpoints {
    private final Engine engine;

    SessionEndpoints(Engine engine) {
        this.engine = engine;
    }

    /** An expired pair is ended like any other. */
    FakeResponse logout(FakeRequest request) {
        Presented presented = Presented.in(request);
        String token = presented.token();
        String key = presented.key();
        if (token == null || key == null) {
            throw engine.refusals.logoutWithoutPair();
        }
        if (engine.sessions.find(token, key) == null) {
            throw engine.refusals.logoutOfUnknownPair();
        }
        engine.sessions.end(key);
        return FakeResponse.json(200, Json.object("status", "OK", "info", "Successful logout."));
    }

    FakeResponse whoami(FakeRequest request, Caller caller) {
        Map<String, @Nullable Object> answer = Json.object(
                "acl", caller.acl(), "id", caller.id(), "domain", caller.domain(), "roleName", caller.roleName());
        if (caller.expires() != null) {
            answer.put("expires", caller.expires().toEpochMilli());
        }
        answer.put("cdr", engine.cdr());
        answer.put("verto", engine.verto());
        return FakeResponse.json(200, answer);
    }
}
