package dev.latchkey.fake.devicehive;

import dev.latchkey.fake.FakeResponse;
import dev.latchkey.fake.devicehive.Gate.Caller;
import dev.latchkey.fake.internal.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /device}, to be read: shows what a token reaches. */
final class DeviceEndpoints {
    private final Inventory inventory;

    DeviceEndpoints(Hive hive) {
        inventory = hive.inventory;
    }

    void addTo(ApiRoutes routes) {
        routes.reading("GET", "/device", Actions.GET_DEVICE, request -> this::list);
        routes.reading(
                "GET",
                "/device/{id}",
                Actions.GET_DEVICE,
                request -> caller -> get(request.pathVariable("id"), caller));
    }

    private FakeResponse list(Caller caller) {
        List<Map<String, @Nullable Object>> shown = inventory.devices().stream()
                .filter(caller.reach()::shows)
                .map(DeviceEndpoints::described)
                .toList();
        return FakeResponse.json(200, shown);
    }

    private FakeResponse get(String id, Caller caller) {
        Reach reach = caller.reach();
        FakeDevice device = inventory.device(id);
        if (!reach.isUnlimited() && (device == null || !reach.shows(device))) {
            throw Errors.accessDenied();
        }
        if (device == null) {
            throw Errors.of(404, "Device with such deviceId = " + id + " not found");
        }
        return FakeResponse.json(200, described(device));
    }

    private static Map<String, @Nullable Object> described(FakeDevice device) {
        return Json.object(
                "id", device.id(),
                "name", device.name(),
                "data", null,
                "networkId", device.networkId(),
                "deviceTypeId", device.deviceTypeId(),
                "isBlocked", false);
    }
}
