package dev.latchkey.devicehive;

import dev.latchkey.core.json.Json;
import dev.latchkey.core.json.RecordAdapter;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What goes over the wire for a {@link NewToken}; what is null is left out. */
record NewTokenBody(
        long userId,
        List<Action> actions,
        @Nullable List<String> networkIds,
        @Nullable List<String> deviceTypeIds,
        @Nullable List<String> deviceIds,
        @Nullable Instant expiration,
        @Nullable Instant refreshExpiration) {

    static final RecordAdapter<NewTokenBody> JSON = RecordAdapter.of("NewToken", r -> {
        var userId = r.required("userId", Json.LONG, NewTokenBody::userId);
        var actions = r.list("actions", Action.JSON, NewTokenBody::actions);
        var networkIds = r.optional("networkIds", Json.listOf(Json.STRING), NewTokenBody::networkIds);
        var deviceTypeIds = r.optional("deviceTypeIds", Json.listOf(Json.STRING), NewTokenBody::deviceTypeIds);
        var deviceIds = r.optional("deviceIds", Json.listOf(Json.STRING), NewTokenBody::deviceIds);
        var expiration = r.optional("expiration", DateTimes.JSON, NewTokenBody::expiration);
        var refreshExpiration = r.optional("refreshExpiration", DateTimes.JSON, NewTokenBody::refreshExpiration);
        return in -> new NewTokenBody(
                in.get(userId),
                in.get(actions),
                in.get(networkIds),
                in.get(deviceTypeIds),
                in.get(deviceIds),
                in.get(expiration),
                in.get(refreshExpiration));
    });
}
