package dev.latchkey.fake.webitel;

import dev.latchkey.fake.FakeRequest;
import dev.latchkey.fake.FakeResponse;
import dev.latchkey.fake.internal.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code POST /login}. */
final class LoginEndpoint {
    private final Engine engine;

    LoginEndpoint(Engine engine) {
        this.engine = engine;
    }

    FakeResponse handle(FakeRequest request) {
        Map<String, @Nullable Object> body = engine.body(request);
        String username = text(body, "username");
        if (username.isEmpty()) {
            throw engine.refusals.nameMissing();
        }
        FakeUser user = engine.user(username);
        if (user == null) {
            throw engine.refusals.unknownUser(username);
        }
        if (!user.hasPassword(text(body, "password"))) {
            throw engine.refusals.wrongPassword();
        }
        requireCode(user, request.query("code"));
        return FakeResponse.json(200, answer(user, engine.open(user)));
    }

    private void requireCode(FakeUser user, List<String> codes) {
        String given = codes.isEmpty() ? "" : codes.get(0);
        if (engine.accepts(user, given)) {
            return;
        }
        throw given.isEmpty() ? engine.refusals.codeWanted() : engine.refusals.wrongCode();
    }

    private Map<String, @Nullable Object> answer(FakeUser user, TokenPair pair) {
        boolean documented = engine.settings.documented();
        Map<String, @Nullable Object> answer = Json.object("key", pair.key());
        if (user.domain() != null && !documented) {
            answer.put("domain", user.domain());
        }
        answer.put("username", user.answeredName());
        answer.put("expires", pair.expiresAt().toEpochMilli());
        answer.put("token", pair.token());
        answer.put("role", user.role());
        answer.put("roleName", user.roleName());
        answer.put("acl", engine.acl(user));
        answer.put("cdr", engine.cdr());
        if (!documented) {
            answer.put("verto", engine.verto());
        }
        return answer;
    }

    private static String text(Map<String, @Nullable Object> body, String member) {
        Object value = body.get(member);
        return value == null ? "" : value.toString();
    }
}
