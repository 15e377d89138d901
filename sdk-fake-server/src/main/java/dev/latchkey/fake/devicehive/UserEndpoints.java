package dev.latchkey.fake.devicehive;

import dev.latchkey.fake.FakeRequest;
import dev.latchkey.fake.FakeResponse;
import dev.latchkey.fake.Refusal;
import dev.latchkey.fake.devicehive.Gate.Caller;
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
        routes.reading("GET", "/user/current", Actions.GET_CURRENT_USER, (request, caller) -> shown(caller.user()));
        routes.writing(
                "PUT",
                "/user/current",
                Actions.UPDATE_CURRENT_USER,
                (request, body, caller) -> change(caller.user(), body, caller));
        routes.reading("GET", "/user", Actions.MANAGE_USER, this::list);
        routes.reading("GET", "/user/count", Actions.MANAGE_USER, this::count);
        routes.writing("POST", "/user", Actions.MANAGE_USER, this::create);
        routes.reading("GET", "/user/{id}", Actions.MANAGE_USER, this::get);
        routes.writing(
                "PUT",
                "/user/{id}",
                Actions.MANAGE_USER,
                (request, body, caller) -> change(user(request, accounts), body, caller));
        routes.reading("DELETE", "/user/{id}", Actions.MANAGE_USER, this::delete);
    }

    /** The user whose number is in the path. */
    static FakeUser user(FakeRequest request, Accounts accounts) {
        long id = ApiRoutes.number(request, "id");
        FakeUser user = accounts.user(id);
        if (user == null) {
            throw Errors.notFound("User", id);
        }
        return user;
    }

    private FakeResponse shown(FakeUser user) {
        return FakeResponse.json(200, ApiAnswers.single(assignments.read(user), inventory.networks));
    }

    private FakeResponse list(FakeRequest request, Caller caller) {
        ListQuery query = new ListQuery(request, settings);
        return FakeResponse.json(
                200,
                query.part(wanted(query), ORDERS).stream()
                        .map(ApiAnswers::listed)
                        .toList());
    }

    private FakeResponse count(FakeRequest request, Caller caller) {
        return FakeResponse.json(
                200,
                Json.object("count", wanted(new ListQuery(request, settings)).count()));
    }

    private Stream<FakeUser> wanted(ListQuery query) {
        return accounts.users().stream()
                .filter(user -> query.allows(user.login(), "login", "loginPattern"))
                .filter(user -> query.allows(user.isAdmin() ? 0 : 1, "role"))
                .filter(user -> query.allows(user.status().number(), "status"));
    }

    /** A client is shown itself only, and told of others in two numbers that do not agree. */
    private FakeResponse get(FakeRequest request, Caller caller) {
        FakeUser user = user(request, accounts);
        if (!caller.user().isAdmin() && !user.login().equals(caller.user().login())) {
            throw new Refusal(FakeResponse.json(
                    403, Json.object("error", 404, "message", "User with id = " + user.id() + " not found")));
        }
        return shown(user);
    }

    private FakeResponse create(FakeRequest request, @Nullable JsonBody body, Caller caller) {
        FakeUser user = form.create(body);
        accounts.add(user);
        return FakeResponse.json(201, ApiAnswers.created(accounts.require(user.login())));
    }

    /** Without a body nothing happens. */
    private FakeResponse change(FakeUser user, @Nullable JsonBody body, Caller caller) {
        if (body != null) {
            FakeUser changed = form.change(user, body, caller.user().isAdmin());
            accounts.replace(user, changed);
            assignments.rowChanged(changed);
        }
        return ApiAnswers.done();
    }

    private FakeResponse delete(FakeRequest request, Caller caller) {
        FakeUser user = user(request, accounts);
        if (user.login().equals(caller.user().login())) {
            throw Errors.of(403, "You can not delete a user or access key that you use to authenticate this request");
        }
        accounts.remove(user.login());
        assignments.rowChanged(user);
        return ApiAnswers.done();
    }
}
