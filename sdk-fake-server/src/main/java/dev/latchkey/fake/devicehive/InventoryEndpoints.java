package dev.latchkey.fake.devicehive;

import dev.latchkey.fake.FakeRequest;
import dev.latchkey.fake.FakeResponse;
import dev.latchkey.fake.devicehive.Gate.Caller;
import dev.latchkey.fake.internal.Json;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code /network} or {@code /devicetype}: to be read as far as a token reaches, and to be changed. */
final class InventoryEndpoints {
    private static final Map<String, Comparator<Named>> ORDERS =
            Map.of("id", Comparator.comparingLong(Named::id), "name", Comparator.comparing(Named::name));

    private final DeviceHiveSettings settings;
    private final Inventory inventory;
    private final Shelf shelf;
    private final Within allows;
    private final Within shows;

    /**
     * Endpoints that are not added yet.
     *
     * @param allows whether a token lets one ask for a number
     * @param shows whether one is among those that are shown
     */
    InventoryEndpoints(Hive hive, Shelf shelf, Within allows, Within shows) {
        settings = hive.settings;
        inventory = hive.inventory;
        this.shelf = shelf;
        this.allows = allows;
        this.shows = shows;
    }

    void addTo(ApiRoutes routes, String path, int get, int manage) {
        routes.reading("GET", path, get, this::list);
        routes.reading("GET", path + "/count", get, this::count);
        routes.reading("GET", path + "/{id}", get, this::get);
        routes.writing("POST", path, manage, this::create);
        routes.writing("PUT", path + "/{id}", manage, this::update);
        routes.reading("DELETE", path + "/{id}", manage, this::delete);
    }

    private FakeResponse list(FakeRequest request, Caller caller) {
        ListQuery query = new ListQuery(request, settings);
        return FakeResponse.json(
                200,
                query.part(shown(query, caller), ORDERS).stream()
                        .map(Named::json)
                        .toList());
    }

    private FakeResponse count(FakeRequest request, Caller caller) {
        return FakeResponse.json(
                200,
                Json.object(
                        "count", shown(new ListQuery(request, settings), caller).count()));
    }

    private Stream<Named> shown(ListQuery query, Caller caller) {
        return shelf.all().stream()
                .filter(item -> shows.reach(caller.reach(), item.id()))
                .filter(item -> query.allows(item.name(), "name", "namePattern"));
    }

    private FakeResponse get(FakeRequest request, Caller caller) {
        long id = ApiRoutes.number(request, "id");
        if (!allows.reach(caller.reach(), id)) {
            throw Errors.accessDenied();
        }
        Named found = shelf.require(id);
        if (!shows.reach(caller.reach(), id)) {
            throw Errors.notFound(shelf.kind(), id);
        }
        List<Map<String, @Nullable Object>> devices = inventory.devices().stream()
                .filter(device -> shelf.holds(device, id) && caller.reach().isOfAKind(device))
                .map(device -> Json.object("id", device.id(), "name", device.name(), "data", null, "isBlocked", false))
                .toList();
        return FakeResponse.json(200, found.json("devices", devices));
    }

    private FakeResponse create(FakeRequest request, @Nullable JsonBody body, Caller caller) {
        if (body == null) {
            throw Errors.nothingToValidate();
        }
        String name = name(body);
        if (name == null) {
            throw Errors.invalid("name", null, "must not be null");
        }
        requireFree(name, null);
        Named created = new Named(shelf.nextId(), name, body.text("description"));
        shelf.put(created);
        return FakeResponse.json(201, Json.object("id", created.id()));
    }

    /** What is not given stays. */
    private FakeResponse update(FakeRequest request, @Nullable JsonBody body, Caller caller) {
        Named before = shelf.require(ApiRoutes.number(request, "id"));
        if (body != null) {
            String name = name(body);
            String description = body.text("description");
            requireFree(name, before);
            shelf.put(new Named(
                    before.id(),
                    name == null ? before.name() : name,
                    description == null ? before.description() : description));
        }
        return ApiAnswers.done();
    }

    private FakeResponse delete(FakeRequest request, Caller caller) {
        long id = shelf.require(ApiRoutes.number(request, "id")).id();
        List<String> devices = inventory.devices().stream()
                .filter(device -> shelf.holds(device, id))
                .map(FakeDevice::id)
                .toList();
        if (!devices.isEmpty() && !request.query("force").contains("true")) {
            throw Errors.of(400, shelf.kind() + " with id = " + id + " has devices: " + String.join(", ", devices));
        }
        inventory.remove(shelf, id);
        return ApiAnswers.done();
    }

    private static @Nullable String name(JsonBody body) {
        String name = body.text("name");
        return name == null || name.isBlank() ? null : name;
    }

    private void requireFree(@Nullable String name, @Nullable Named holder) {
        if (shelf.all().stream().anyMatch(item -> item.name().equals(name) && !item.equals(holder))) {
            String kind = shelf.kind();
            throw Errors.of(403, kind + " cannot be created. " + kind + " with such name already exists");
        }
    }

    /** How far a token reaches among the numbers of networks, or of device types. */
    @FunctionalInterface
    interface Within {
        boolean reach(Reach reach, long id);
    }
}
