package dev.latchkey.fake.controlbyweb;

import dev.latchkey.fake.FakeRequest;
import dev.latchkey.fake.FakeResponse;
import dev.latchkey.fake.internal.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The control endpoints that this fake has beyond the common ones. */
final class ControlByWebControl {
    private final FakeControlByWeb fake;

    ControlByWebControl(FakeControlByWeb fake) {
        this.fake = fake;
    }

    @Nullable
    FakeResponse handle(String action, FakeRequest request) {
        return switch (request.method() + " " + action) {
            case "GET mailbox" -> FakeResponse.json(200, mails());
            case "POST revoke-access-tokens" -> {
                fake.revokeAccessTokens();
                yield done();
            }
            case "POST end-sessions" -> {
                fake.endSessions();
                yield done();
            }
            default -> null;
        };
    }

    private List<Map<String, @Nullable Object>> mails() {
        return fake.mailbox().mails().stream()
                .map(mail -> Json.object("to", mail.to(), "token", mail.token(), "sentAt", mail.sentAt()))
                .toList();
    }

    private static FakeResponse done() {
        return FakeResponse.json(200, Json.object("message", "done"));
    }
}
