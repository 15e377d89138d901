package dev.latchkey.devicehive;

import dev.latchkey.core.json.Json;
import dev.latchkey.core.json.RecordAdapter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the server says of itself.
 *
 * @param apiVersion its version, such as {@code 4.1.0}
 * @param serverTimestamp its clock
 * @param webSocketServerUrl where it takes WebSockets
 */
public record ServerInfo(
        @Nullable String apiVersion,
        @Nullable Instant serverTimestamp,
        @Nullable String webSocketServerUrl) {
    static final RecordAdapter<ServerInfo> JSON = RecordAdapter.of("ServerInfo", r -> {
        var version = r.optional("apiVersion", Json.STRING, ServerInfo::apiVersion);
        var timestamp = r.optional("serverTimestamp", DateTimes.JSON, ServerInfo::serverTimestamp);
        var url = r.optional("webSocketServerUrl", Json.STRING, ServerInfo::webSocketServerUrl);
        return in -> new ServerInfo(in.get(version), in.get(timestamp), in.get(url));
    });
}
