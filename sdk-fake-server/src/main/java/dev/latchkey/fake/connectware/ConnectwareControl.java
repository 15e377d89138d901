package dev.latchkey.fake.connectware;

import dev.latchkey.fake.FakeRequest;
import dev.latchkey.fake.FakeResponse;
import dev.latchkey.fake.internal.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The control endpoints that this fake has beyond the common ones. */
final class ConnectwareControl {
    private ConnectwareControl() {}

    static @Nullable FakeResponse handle(FakeConnectware fake, String action, FakeRequest request) {
        return switch (action) {
            case "POST revoke-access-tokens", "POST end-sessions" -> {
                fake.revokeTokens();
                yield FakeResponse.json(200, Json.object("message", "done"));
            }
            case "GET one-time-password" ->
                FakeResponse.json(200, Json.object("otp", fake.oneTimePassword(username(request))));
            case "GET backup-codes" ->
                FakeResponse.json(200, Json.object("backupCodes", fake.backupCodes(username(request))));
            default -> null;
        };
    }

    private static String username(FakeRequest request) {
        List<String> names = request.query("username");
        if (names.size() != 1) {
            throw new IllegalArgumentException("the query has to name one user, as in ?username=admin");
        }
        return names.get(0);
    }
}
