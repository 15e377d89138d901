package dev.latchkey.fake.devicehive;

import dev.latchkey.fake.FakeRequest;
import dev.latchkey.fake.FakeResponse;
import dev.latchkey.fake.Refusal;
import dev.latchkey.fake.devicehive.Gate.Caller;
import dev.latchkey.fake.devicehive.Gate.Operation;
import dev.latchkey.fake.internal.Json;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code /user}: users themselves. The token has to have an action; what role its user has is asked for in few places. */
final class UserEndpoints {
    private static final Map<String, Comparator<FakeUser>> ORDERS =
            Map.of("id", Comparator.comparingLong(Accounts::id), "login", Comparator.comparing(FakeUser::login));

    private final DeviceHiveSettings settings;
    private final Accounts accounts;
    private final Inventory inventory;
    private final AssignmentCache assignments;
    private final UserForm form;

    UserEndpoints(Hive hive) {
        settings = hive.settings;
        accounts = hive.accounts;
        inventory = hive.inventory;
        assignments = hive.assignments;
        form = new UserForm(accounts);
    }

    void addTo(ApiRoutes routes) {
        routes.reading("GET", "/user/current", Actions.GET_CURRENT_USER, request -> caller -> shown(caller.user()));
        routes.writing("PUT", "/user/current", Actions.UPDATE_CURRENT_USER, this::updateCurrent);
        routes.reading("GET", "/user", Actions.MANAGE_USER, this::list);
        routes.reading("GET", "/user/count", Actions.MANAGE_USER, this::count);
        routes.writing("POST", "/user", Actions.MANAGE_USER, this::create);
        routes.reading("GET", "/user/{id}", Actions.MANAGE_USER, this::get);
        routes.writing("PUT", "/user/{id}", Actions.MANAGE_USER, this::update);
        routes.reading("DELETE", "/user/{id}", Actions.MANAGE_USER, this::delete);
    }

    private Operation list(FakeRequest request) {
        ListQuery query = new ListQuery(request, settings).requireNumbers("role", "status", "take", "skip");
        return caller -> FakeResponse.json(
                200,
                query.part(wanted(query), ORDERS).stream()
                        .map(ApiAnswers::listed)
                        .toList());
    }

    private Operation count(FakeRequest request) {
        ListQuery query = new ListQuery(request, settings).requireNumbers("role", "status");
        return caller ->
                FakeResponse.json(200, Json.object("count", wanted(query).count()));
    }

    private Stream<FakeUser> wanted(ListQuery query) {
        return accounts.users().stream()
                .filter(user -> query.allows(user.login(), "login", "loginPattern"))
                .filter(user -> query.allows(user.isAdmin() ? 0 : 1, "role"))
                .filter(user -> query.allows(user.status().number(), "status"));
    }

    /** A client is shown itself only, and told of others, be there any or not, in two numbers that do not agree. */
    private Operation get(FakeRequest request) {
        long id = ApiRoutes.number(request, "id");
        return caller -> {
            if (!caller.user().isAdmin() && Accounts.id(caller.user()) != id) {
                throw new Refusal(FakeResponse.json(
                        403, Json.object("error", 404, "message", "User with id = " + id + " not found")));
            }
            return shown(accounts.require(id));
        };
    }

    private FakeResponse shown(FakeUser user) {
        return FakeResponse.json(200, ApiAnswers.single(assignments.read(user), inventory.networks));
    }

    private Operation create(FakeRequest request, @Nullable JsonBody body) {
        UserFields fields = UserFields.of(body);
        return caller -> {
            FakeUser user = form.create(fields);
            accounts.add(user);
            return FakeResponse.json(201, ApiAnswers.created(accounts.require(user.login())));
        };
    }

    private Operation updateCurrent(FakeRequest request, @Nullable JsonBody body) {
        UserFields fields = UserFields.of(body);
        return caller -> change(caller.user(), fields, caller);
    }

    private Operation update(FakeRequest request, @Nullable JsonBody body) {
        UserFields fields = UserFields.of(body);
        long id = ApiRoutes.number(request, "id");
        return caller -> change(accounts.require(id), fields, caller);
    }

    /** Without a body nothing happens. */
    private FakeResponse change(FakeUser user, @Nullable UserFields fields, Caller caller) {
        if (fields != null) {
            FakeUser changed = form.change(user, fields, caller.user().isAdmin());
            accounts.replace(user, changed);
            assignments.rowChanged(changed);
        }
        return ApiAnswers.done();
    }

    private Operation delete(FakeRequest request) {
        long id = ApiRoutes.number(request, "id");
        return caller -> {
            if (Accounts.id(caller.user()) == id) {
                throw Errors.of(
                        403, "You can not delete a user or access key that you use to authenticate this request");
            }
            FakeUser user = accounts.require(id);
            accounts.remove(user.login());
            assignments.rowChanged(user);
            return ApiAnswers.done();
        };
    }
}
