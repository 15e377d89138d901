package dev.latchkey.fake.devicehive;

import dev.latchkey.fake.FakeHandler;
import dev.latchkey.fake.FakeRequest;
import dev.latchkey.fake.FakeResponse;
import dev.latchkey.fake.devicehive.Gate.Caller;
import dev.latchkey.fake.internal.Json;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** As much of the server's other API as shows what a token reaches: its networks and devices, to be read. */
final class DeviceApi {
    private final DeviceHiveSettings settings;
    private final Inventory inventory;
    private final Gate gate;

    DeviceApi(Hive hive) {
        settings = hive.settings;
        inventory = hive.inventory;
        gate = hive.gate;
    }

    void addTo(FakeDeviceHive fake, String prefix) {
        fake.handle("GET", prefix + "/network", open(Actions.GET_NETWORK, (request, reach) -> networks(reach)));
        fake.handle("GET", prefix + "/network/{id}", open(Actions.GET_NETWORK, this::network));
        fake.handle("GET", prefix + "/device", open(Actions.GET_DEVICE, (request, reach) -> devices(reach)));
        fake.handle("GET", prefix + "/device/{id}", open(Actions.GET_DEVICE, this::device));
    }

    private FakeHandler open(int action, BiFunction<FakeRequest, Reach, FakeResponse> endpoint) {
        return request -> {
            if (!settings.deviceApi()) {
                gate.caller(request);
                throw Errors.framework(404);
            }
            Caller caller = gate.reader(request, action);
            return endpoint.apply(request, caller.reach());
        };
    }

    private FakeResponse networks(Reach reach) {
        List<Map<String, @Nullable Object>> shown = inventory.networks().stream()
                .filter(reach::shows)
                .map(network -> described(network, Json.object()))
                .toList();
        return FakeResponse.json(200, shown);
    }

    private FakeResponse network(FakeRequest request, Reach reach) {
        long id = number(request.pathVariable("id"));
        if (!reach.allows(id)) {
            throw Errors.accessDenied();
        }
        FakeNetwork network = inventory.network(id);
        if (network == null || !reach.shows(network)) {
            throw Errors.of(404, "Network with id = " + id + " not found");
        }
        List<Map<String, @Nullable Object>> devices = inventory.devices().stream()
                .filter(device -> device.networkId() == id && reach.isOfAKind(device))
                .map(device -> Json.object("id", device.id(), "name", device.name(), "data", null, "isBlocked", false))
                .toList();
        return FakeResponse.json(200, described(network, Json.object("devices", devices)));
    }

    private FakeResponse devices(Reach reach) {
        List<Map<String, @Nullable Object>> shown = inventory.devices().stream()
                .filter(reach::shows)
                .map(DeviceApi::described)
                .toList();
        return FakeResponse.json(200, shown);
    }

    private FakeResponse device(FakeRequest request, Reach reach) {
        String id = request.pathVariable("id");
        FakeDevice device = inventory.device(id);
        if (!reach.isUnlimited() && (device == null || !reach.shows(device))) {
            throw Errors.accessDenied();
        }
        if (device == null) {
            throw Errors.of(404, "Device with such deviceId = " + id + " not found");
        }
        return FakeResponse.json(200, described(device));
    }

    private static Map<String, @Nullable Object> described(FakeNetwork network, Map<String, @Nullable Object> json) {
        json.put("id", network.id());
        json.put("name", network.name());
        json.put("description", network.description());
        return json;
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

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw Errors.framework(404);
        }
    }
}
