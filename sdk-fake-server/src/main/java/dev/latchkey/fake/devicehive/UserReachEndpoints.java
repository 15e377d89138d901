package dev.latchkey.fake.devicehive;

import dev.latchkey.fake.FakeRequest;
import dev.latchkey.fake.FakeResponse;
import dev.latchkey.fake.devicehive.Gate.Operation;
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
        changing(routes, NETWORK, Actions.MANAGE_NETWORK, this::assignNetwork);
        routes.reading("GET", TYPES, Actions.MANAGE_DEVICE_TYPE, this::types);
        routes.reading("GET", TYPE, Actions.GET_DEVICE_TYPE, this::type);
        changing(routes, TYPE, Actions.MANAGE_DEVICE_TYPE, this::assignType);
        changing(routes, ALL, Actions.MANAGE_DEVICE_TYPE, this::allowAll);
    }

    /** PUT gives and DELETE takes; no body is looked at. */
    private static void changing(ApiRoutes routes, String path, int action, Change change) {
        routes.reading("PUT", path, action, request -> change.read(request, true));
        routes.reading("DELETE", path, action, request -> change.read(request, false));
    }

    private Operation network(FakeRequest request) {
        long userId = ApiRoutes.number(request, "id");
        long id = ApiRoutes.number(request, "networkId");
        return caller -> {
            FakeUser user = assignments.read(accounts.require(userId));
            Named network = inventory.networks.find(id);
            if (network == null || !user.networks().contains(String.valueOf(id))) {
                throw Errors.of(404, "Network with id " + id + " for user with id " + userId + " was not found");
            }
            return FakeResponse.json(200, Json.object("network", network.json()));
        };
    }

    private Operation assignNetwork(FakeRequest request, boolean assigned) {
        long userId = ApiRoutes.number(request, "id");
        long id = ApiRoutes.number(request, "networkId");
        return caller -> {
            FakeUser user = accounts.require(userId);
            long network = inventory.networks.require(id).id();
            change(user, user.toBuilder().networks(changed(user.networks(), network, assigned)));
            return ApiAnswers.done();
        };
    }

    private Operation types(FakeRequest request) {
        long userId = ApiRoutes.number(request, "id");
        return caller -> {
            FakeUser user = assignments.read(accounts.require(userId));
            List<Map<String, @Nullable Object>> own = inventory.types.all().stream()
                    .filter(type -> user.isAllowedAllDeviceTypes() || isAssigned(user, type.id()))
                    .map(Named::json)
                    .toList();
            return FakeResponse.json(200, own);
        };
    }

    /** Of a user who may reach all, only what the caller reaches is shown. */
    private Operation type(FakeRequest request) {
        long userId = ApiRoutes.number(request, "id");
        long id = ApiRoutes.number(request, "typeId");
        return caller -> {
            FakeUser user = assignments.read(accounts.require(userId));
            Named type = inventory.types.find(id);
            boolean isReached = user.isAllowedAllDeviceTypes() ? caller.reach().showsType(id) : isAssigned(user, id);
            if (type == null || !isReached) {
                throw Errors.of(404, "Device type with id " + id + " for user with id " + userId + " not found");
            }
            return FakeResponse.json(200, Json.object("deviceType", type.json()));
        };
    }

    private Operation assignType(FakeRequest request, boolean assigned) {
        long userId = ApiRoutes.number(request, "id");
        long id = ApiRoutes.number(request, "typeId");
        return caller -> {
            FakeUser user = accounts.require(userId);
            if (user.isAllowedAllDeviceTypes()) {
                throw Errors.of(403, "Cannot assign device type to user with all device types allowed");
            }
            long type = inventory.types.require(id).id();
            change(user, user.toBuilder().deviceTypes(changed(user.deviceTypes(), type, assigned)));
            return ApiAnswers.done();
        };
    }

    /** What was assigned before is forgotten. It is the user's row that says so. */
    private Operation allowAll(FakeRequest request, boolean allowed) {
        long userId = ApiRoutes.number(request, "id");
        return caller -> {
            FakeUser user = accounts.require(userId);
            if (allowed != user.isAllowedAllDeviceTypes()) {
                FakeUser.Builder changed = user.toBuilder().deviceTypes(allowed ? List.of(Payloads.ALL) : List.of());
                accounts.replace(user, changed.build());
                assignments.rowChanged(user);
            }
            return ApiAnswers.done();
        };
    }

    private void change(FakeUser user, FakeUser.Builder changed) {
        assignments.changes(user);
        accounts.replace(user, changed.build());
    }

    private static boolean isAssigned(FakeUser user, long type) {
        return user.deviceTypes().contains(String.valueOf(type));
    }

    private static List<String> changed(List<String> ids, long id, boolean assigned) {
        List<String> changed = new ArrayList<>(ids);
        changed.remove(String.valueOf(id));
        if (assigned) {
            changed.add(String.valueOf(id));
        }
        return changed;
    }

    /** Reads a request that gives something or takes it. */
    @FunctionalInterface
    private interface Change {
        Operation read(FakeRequest request, boolean given);
    }
}
