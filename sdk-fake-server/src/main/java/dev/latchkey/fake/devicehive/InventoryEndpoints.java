package dev.latchkey.fake.devicehive;

import dev.latchkey.fake.FakeRequest;
import dev.latchkey.fake.FakeResponse;
import dev.latchkey.fake.devicehive.Gate.Caller;
import dev.latchkey.fake.devicehive.Gate.Operation;
import dev.latchkey.fake.internal.Json;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code /network} or {@code /devicetype}, as far as a token reaches. */
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
        new InventoryChanges(inventory, shelf, allows).addTo(routes, path, manage);
    }

    private Operation list(FakeRequest request) {
        ListQuery query = new ListQuery(request, settings).requireNumbers("take", "skip");
        return caller -> {
            Comparator<Named> unused = query.order(ORDERS);
            List<Named> part = reachesNothing(caller) ? List.of() : query.part(shown(query, caller), ORDERS);
            return FakeResponse.json(200, part.stream().map(Named::json).toList());
        };
    }

    /** Of who does, the server asks nothing more than what to sort by: not even what it never answers to others. */
    private boolean reachesNothing(Caller caller) {
        return shelf.all().stream().noneMatch(item -> allows.reach(caller.reach(), item.id()));
    }

    private Operation count(FakeRequest request) {
        ListQuery query = new ListQuery(request, settings);
        return caller ->
                FakeResponse.json(200, Json.object("count", shown(query, caller).count()));
    }

    private Stream<Named> shown(ListQuery query, Caller caller) {
        return shelf.all().stream()
                .filter(item -> shows.reach(caller.reach(), item.id()))
                .filter(item -> query.allows(item.name(), "name", "namePattern"));
    }

    private Operation get(FakeRequest request) {
        long id = ApiRoutes.number(request, "id");
        return caller -> {
            allows.require(caller.reach(), id);
            Named found = shelf.require(id);
            if (!shows.reach(caller.reach(), id)) {
                throw Errors.notFound(shelf.kind(), id);
            }
            List<Map<String, @Nullable Object>> devices = inventory.devices().stream()
                    .filter(device -> shelf.holds(device, id) && caller.reach().isOfAKind(device))
                    .map(device ->
                            Json.object("id", device.id(), "name", device.name(), "data", null, "isBlocked", false))
                    .toList();
            return FakeResponse.json(200, found.json("devices", devices));
        };
    }

    /** How far a token reaches among the numbers of networks, or of device types. */
    @FunctionalInterface
    interface Within {
        boolean reach(Reach reach, long id);

        default void require(Reach reach, long id) {
            if (!reach(reach, id)) {
                throw Errors.accessDenied();
            }
        }
    }
}
