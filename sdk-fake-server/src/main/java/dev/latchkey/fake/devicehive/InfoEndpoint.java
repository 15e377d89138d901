package dev.latchkey.fake.devicehive;

import dev.latchkey.fake.FakeClock;
import dev.latchkey.fake.FakeHandler;
import dev.latchkey.fake.FakeResponse;
import dev.latchkey.fake.internal.Json;

/** {@code /info}, which the auth service and the frontend have each for itself. */
final class InfoEndpoint {
    private final String version;
    private final FakeClock clock;

    InfoEndpoint(Hive hive) {
        version = hive.profile.version();
        clock = hive.clock;
    }

    /** That of the service whose WebSockets are at this path. */
    FakeHandler of(String webSocketPath) {
        return request -> FakeResponse.json(
                200,
                Json.object(
                        "apiVersion",
                        version,
                        "serverTimestamp",
                        Timestamps.write(clock.instant()),
                        "webSocketServerUrl",
                        request.origin().replaceFirst("^http", "ws") + webSocketPath));
    }
}
