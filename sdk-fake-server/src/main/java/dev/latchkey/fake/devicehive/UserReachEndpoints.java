package dev.latchkey.fake.devicehive;

import dev.latchkey.fake.FakeRequest;
import dev.latchkey.fake.FakeResponse;
import dev.latchkey.fake.devicehive.Gate.Caller;
import dev.latchkey.fake.internal.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The networks and device types of users, {@code /user/{id}/network} and {@code /user/{id}/devicetype}. */
final class UserReachEndpoints {
    private static final String NETWORK = "/user/{id}/network/{networkId}";
    private static final String TYPES = "/user/{id}/devicetype";
    private static final String TYPE = TYPES + "/{typeId}";
    private static final String ALL = TYPES + "/all";

    private final Accounts accounts;
    private final Inventory inventory;
    private final AssignmentCache assignments;

    UserReachEndpoints(Hive hive) {
        accounts = hive.accounts;
        inventory = hive.inventory;
        assignments = hive.assignments;
    }

    void addTo(ApiRoutes routes) {
        routes.reading("GET", NETWORK, Actions.GET_NETWORK, this::network);
        routes.writing("PUT", NETWORK, Actions.MANAGE_NETWORK, (request, body, caller) -> assignNetwork(request, true));
        routes.reading("DELETE", NETWORK, Actions.MANAGE_NETWORK, (request, caller) -> assignNetwork(request, false));
        routes.reading("GET", TYPES, Actions.MANAGE_DEVICE_TYPE, this::types);
        routes.reading("GET", TYPE, Actions.GET_DEVICE_TYPE, this::type);
        routes.writing("PUT", TYPE, Actions.MANAGE_DEVICE_TYPE, (request, body, caller) -> assignType(request, true));
        routes.reading("DELETE", TYPE, Actions.MANAGE_DEVICE_TYPE, (request, caller) -> assignType(request, false));
        routes.writing("PUT", ALL, Actions.MANAGE_DEVICE_TYPE, (request, body, caller) -> allowAll(request, true));
        routes.reading("DELETE", ALL, Actions.MANAGE_DEVICE_TYPE, (request, caller) -> allowAll(request, false));
    }

    private FakeResponse network(FakeRequest request, Caller caller) {
        long id = ApiRoutes.number(request, "networkId");
        FakeUser user = assignments.read(UserEndpoints.user(request, accounts));
        Named network = inventory.networks.find(id);
        if (network == null || !user.networks().contains(String.valueOf(id))) {
            throw Errors.of(404, "Network with id " + id + " for user with id " + user.id() + " was not found");
        }
        return FakeResponse.json(200, Json.object("network", network.json()));
    }

    private FakeResponse assignNetwork(FakeRequest request, boolean assigned) {
        long id = ApiRoutes.number(request, "networkId");
        FakeUser user = UserEndpoints.user(request, accounts);
        long network = inventory.networks.require(id).id();
        change(user, user.toBuilder().networks(changed(user.networks(), network, assigned)));
        return ApiAnswers.done();
    }

    private FakeResponse types(FakeRequest request, Caller caller) {
        FakeUser user = assignments.read(UserEndpoints.user(request, accounts));
        List<Map<String, @Nullable Object>> own = inventory.types.all().stream()
                .filter(type -> mayReach(user, type))
                .map(Named::json)
                .toList();
        return FakeResponse.json(200, own);
    }

    private FakeResponse type(FakeRequest request, Caller caller) {
        long id = ApiRoutes.number(request, "typeId");
        FakeUser user = assignments.read(UserEndpoints.user(request, accounts));
        Named type = inventory.types.find(id);
        if (type == null || !mayReach(user, type)) {
            throw Errors.of(404, "Device type with id " + id + " for user with id " + user.id() + " not found");
        }
        return FakeResponse.json(200, Json.object("deviceType", type.json()));
    }

    private FakeResponse assignType(FakeRequest request, boolean assigned) {
        long id = ApiRoutes.number(request, "typeId");
        FakeUser user = UserEndpoints.user(request, accounts);
        if (user.isAllowedAllDeviceTypes()) {
            throw Errors.of(403, "Cannot assign device type to user with all device types allowed");
        }
        long type = inventory.types.require(id).id();
        change(user, user.toBuilder().deviceTypes(changed(user.deviceTypes(), type, assigned)));
        return ApiAnswers.done();
    }

    /** What was assigned before is forgotten. */
    private FakeResponse allowAll(FakeRequest request, boolean allowed) {
        FakeUser user = UserEndpoints.user(request, accounts);
        if (allowed != user.isAllowedAllDeviceTypes()) {
            change(user, user.toBuilder().deviceTypes(allowed ? List.of(Payloads.ALL) : List.of()));
        }
        return ApiAnswers.done();
    }

    private void change(FakeUser user, FakeUser.Builder changed) {
        assignments.changes(user);
        accounts.replace(user, changed.build());
    }

    private static boolean mayReach(FakeUser user, Named type) {
        return user.isAllowedAllDeviceTypes() || user.deviceTypes().contains(String.valueOf(type.id()));
    }

    private static List<String> changed(List<String> ids, long id, boolean assigned) {
        List<String> changed = new ArrayList<>(ids);
        changed.remove(String.valueOf(id));
        if (assigned) {
            changed.add(String.valueOf(id));
        }
        return changed;
    }
}
