package dev.latchkey.devicehive;

import com.squareup.moshi.JsonAdapter;
import dev.latchkey.core.json.JsonCodec;
import dev.latchkey.testsupport.JsonTree;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Users, networks and device types as the JSON that they were read from, member by member through their accessors. */
final class WrittenApi {
    private static final JsonAdapter<Instant> DATE = DateTimes.JSON;

    private WrittenApi() {}

    /** What any of these operations yields. */
    static Object json(Object value) {
        if (value instanceof ListPage<?> page) {
            return list(page.items(), WrittenApi::json);
        }
        if (value instanceof Collection<?> items) {
            return list(items, WrittenApi::json);
        }
        if (value instanceof User user) {
            return user(user);
        }
        if (value instanceof CreatedUser user) {
            return members(
                    "id",
                    user.id(),
                    "lastLogin",
                    date(user.lastLogin()),
                    "data",
                    data(user.data()),
                    "introReviewed",
                    user.introReviewed(),
                    "allDeviceTypesAvailable",
                    user.allDeviceTypesAvailable());
        }
        if (value instanceof Network network) {
            return named(network.devices(), network.id(), network.name(), network.description());
        }
        if (value instanceof DeviceType type) {
            return named(type.devices(), type.id(), type.name(), type.description());
        }
        ServerInfo info = (ServerInfo) value;
        return members(
                "apiVersion",
                info.apiVersion(),
                "serverTimestamp",
                date(info.serverTimestamp()),
                "webSocketServerUrl",
                info.webSocketServerUrl());
    }

    static Map<String, Object> members(Object... namesAndValues) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            members.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return members;
    }

    private static Map<String, Object> user(User user) {
        Map<String, Object> json = members();
        if (user.networks() != null) {
            json.put("networks", json(user.networks()));
        }
        json.put("id", user.id());
        json.put("login", user.login());
        json.put("role", user.role().id());
        json.put("status", user.status().id());
        json.put("lastLogin", date(user.lastLogin()));
        json.put("data", data(user.data()));
        json.put("introReviewed", user.introReviewed());
        json.put("allDeviceTypesAvailable", user.allDeviceTypesAvailable());
        return json;
    }

    private static Map<String, Object> named(List<Device> devices, long id, String name, String description) {
        Map<String, Object> json = members();
        if (devices != null) {
            json.put("devices", list(devices, WrittenApi::device));
        }
        json.put("id", id);
        json.put("name", name);
        json.put("description", description);
        return json;
    }

    private static Object device(Device device) {
        return members(
                "id", device.id(), "name", device.name(), "data", data(device.data()), "isBlocked", device.isBlocked());
    }

    private static <T> List<Object> list(Collection<T> items, Function<T, Object> written) {
        List<Object> list = new ArrayList<>();
        items.forEach(item -> list.add(written.apply(item)));
        return list;
    }

    private static Object data(String json) {
        return json == null ? null : JsonTree.parse(json);
    }

    private static Object date(Instant instant) {
        return instant == null
                ? null
                : JsonTree.parse(JsonCodec.encode(DATE, instant).utf8());
    }
}
