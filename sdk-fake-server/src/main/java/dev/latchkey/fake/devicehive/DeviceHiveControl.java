package dev.latchkey.fake.devicehive;

import dev.latchkey.fake.FakeResponse;
import dev.latchkey.fake.internal.Json;
import org.jspecify.annotations.Nullable;

/** The control endpoints that this fake has beyond the common ones. */
final class DeviceHiveControl {
    private DeviceHiveControl() {}

    static @Nullable FakeResponse handle(FakeDeviceHive fake, String action) {
        switch (action) {
            case "POST revoke-access-tokens" -> fake.revokeAccessTokens();
            case "POST end-sessions" -> fake.endSessions();
            default -> {
                return null;
            }
        }
        return FakeResponse.json(200, Json.object("message", "done"));
    }
}
