package dev.latchkey.fake.devicehive;

import dev.latchkey.fake.internal.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The payload of a token as JSON: short names, or the long ones of the legacy server. */
final class Payloads {
    static final String ALL = "*";
    private static final int UNKNOWN_NAME = -1;
    private static final String ACCESS = "ACCESS";
    private static final String REFRESH = "REFRESH";

    private final ServerProfile profile;

    Payloads(ServerProfile profile) {
        this.profile = profile;
    }

    Map<String, @Nullable Object> write(TokenPayload payload, long expires) {
        if (payload.topic() != null) {
            Map<String, @Nullable Object> json = head(payload, expires);
            json.put("tpc", payload.topic());
            return json;
        }
        if (profile == ServerProfile.LEGACY) {
            return Json.object(
                    "userId", payload.userId(),
                    "actions", names(payload.actions()),
                    "networkIds", payload.networkIds(),
                    "deviceIds", payload.deviceIds(),
                    "expiration", expires,
                    "tokenType", payload.refresh() ? REFRESH : ACCESS);
        }
        Map<String, @Nullable Object> json = head(payload, expires);
        json.put("u", payload.userId());
        json.put("n", payload.networkIds());
        json.put("dt", payload.deviceTypeIds());
        return json;
    }

    /**
     * The payload in this JSON, with neither a user nor a topic if it is of an unknown form, or null if it lacks its type
     * or its end.
     */
    @Nullable
    TokenPayload read(Map<String, @Nullable Object> json) {
        boolean legacy = profile == ServerProfile.LEGACY && !json.containsKey("tpc");
        Boolean refresh = isRefresh(json.get(legacy ? "tokenType" : "t"), legacy);
        if (refresh == null || !(json.get(legacy ? "expiration" : "e") instanceof Long expires)) {
            return null;
        }
        Long user = json.get(legacy ? "userId" : "u") instanceof Long id ? id : null;
        return new TokenPayload(
                refresh,
                user,
                user == null && json.get("tpc") instanceof String topic ? topic : null,
                ids(json.get(legacy ? "actions" : "a")),
                texts(json.get(legacy ? "networkIds" : "n")),
                legacy ? null : texts(json.get("dt")),
                legacy ? texts(json.get("deviceIds")) : null,
                Instant.ofEpochMilli(expires));
    }

    private static Map<String, @Nullable Object> head(TokenPayload payload, long expires) {
        return Json.object("a", payload.actions(), "e", expires, "t", payload.refresh() ? 0 : 1);
    }

    private static @Nullable Boolean isRefresh(@Nullable Object type, boolean legacy) {
        if (Objects.equals(type, legacy ? REFRESH : 0L)) {
            return true;
        }
        return Objects.equals(type, legacy ? ACCESS : 1L) ? Boolean.FALSE : null;
    }

    private static @Nullable List<String> names(@Nullable List<Integer> ids) {
        return ids == null
                ? null
                : ids.stream().map(Actions::name).filter(Objects::nonNull).toList();
    }

    /** Numbers, or the numbers of names; an unknown one is a number that no action has. */
    private static @Nullable List<Integer> ids(@Nullable Object json) {
        if (!(json instanceof List<?> elements)) {
            return null;
        }
        List<Integer> ids = new ArrayList<>();
        for (Object element : elements) {
            Integer id = element instanceof String name ? Actions.id(name) : null;
            if (element instanceof Long number) {
                id = number.intValue();
            }
            ids.add(id == null ? UNKNOWN_NAME : id);
        }
        return ids;
    }

    private static @Nullable List<@Nullable String> texts(@Nullable Object json) {
        if (!(json instanceof List<?> elements)) {
            return null;
        }
        List<@Nullable String> texts = new ArrayList<>();
        for (Object element : elements) {
            texts.add(element == null ? null : element.toString());
        }
        return texts;
    }
}
