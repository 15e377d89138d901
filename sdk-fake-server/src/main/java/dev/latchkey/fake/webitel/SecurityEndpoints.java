package dev.latchkey.fake.webitel;

import dev.latchkey.fake.FakeRequest;
import dev.latchkey.fake.FakeResponse;
import dev.latchkey.fake.internal.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The settings of root's one-time password. */
final class SecurityEndpoints {
    /** The address in the recorded server's configuration, encoded as it was. */
    private static final String NAME = "http%3A%2F%2Flocalhost%3A10022";

    private final Engine engine;

    SecurityEndpoints(Engine engine) {
        this.engine = engine;
    }

    FakeResponse get(FakeRequest request, Caller caller) {
        requireRoot(request, caller, Map.of());
        return settings();
    }

    FakeResponse put(FakeRequest request, Caller caller) {
        Map<String, @Nullable Object> body = engine.body(request);
        requireRoot(request, caller, body);
        if (JavaScript.isTrue(body.get("generateNewSecretKey"))) {
            engine.totp.newKey();
        } else if (body.containsKey("setEnable")) {
            engine.totp.enable(JavaScript.isTrue(body.get("setEnable")));
        } else {
            throw engine.refusals.badRequest("No method");
        }
        return settings();
    }

    private void requireRoot(FakeRequest request, Caller caller, Map<String, @Nullable Object> body) {
        if (!caller.isRootItself()) {
            throw engine.refusals.onlyRoot();
        }
        if (!engine.totp.isEnabled()) {
            return;
        }
        String code = body.containsKey("code") ? text(body.get("code")) : first(request.query("code"));
        if (code.isEmpty()) {
            throw engine.refusals.securityCodeWanted();
        }
        if (!engine.totp.accepts(code)) {
            throw engine.refusals.onlyRoot();
        }
    }

    private static String text(@Nullable Object member) {
        return member == null ? "" : member.toString();
    }

    private static String first(List<String> values) {
        return values.isEmpty() ? "" : values.get(0);
    }

    /** Without a key the URI has the word for it. */
    private FakeResponse settings() {
        String key = engine.totp.key();
        return FakeResponse.json(
                200,
                Json.object(
                        "qr_data",
                        "otpauth://totp/" + NAME + "?secret=" + key,
                        "name",
                        NAME,
                        "secret",
                        key,
                        "enabled",
                        engine.totp.isEnabled()));
    }
}
