package dev.latchkey.fake.devicehive;

import dev.latchkey.fake.FakeResponse;
import dev.latchkey.fake.internal.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The shapes of the frontend's answers. */
final class ApiAnswers {
    private ApiAnswers() {}

    /** Of a change or a removal. It has a type and no body. */
    static FakeResponse done() {
        return FakeResponse.empty(204).header("Content-Type", "application/json");
    }

    /** A user among others. */
    static Map<String, @Nullable Object> listed(FakeUser user) {
        return described(user, Json.object());
    }

    /** A user alone. */
    static Map<String, @Nullable Object> single(FakeUser user, Shelf networks) {
        List<Map<String, @Nullable Object>> own = networks.all().stream()
                .filter(network -> user.networks().contains(String.valueOf(network.id())))
                .map(Named::json)
                .toList();
        return described(user, Json.object("networks", own));
    }

    /** A user that has just been created. */
    static Map<String, @Nullable Object> created(FakeUser user) {
        Map<String, @Nullable Object> json = described(user, Json.object());
        json.keySet().removeAll(List.of("login", "role", "status"));
        return json;
    }

    private static Map<String, @Nullable Object> described(FakeUser user, Map<String, @Nullable Object> json) {
        json.put("id", user.id());
        json.put("login", user.login());
        json.put("role", user.isAdmin() ? 0 : 1);
        json.put("status", user.status().number());
        json.put("lastLogin", user.lastLogin() == null ? null : Timestamps.write(user.lastLogin()));
        json.put("data", user.data());
        json.put("introReviewed", user.isIntroReviewed());
        json.put("allDeviceTypesAvailable", user.isAllowedAllDeviceTypes());
        return json;
    }
}
