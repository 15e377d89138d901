package dev.latchkey.fake.controlbyweb;

import dev.latchkey.fake.FakeRequest;
import dev.latchkey.fake.FakeResponse;
import dev.latchkey.fake.controlbyweb.Grants.Grant;
import dev.latchkey.fake.internal.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code /v1/accounts/{AccountId}} with its options, and {@code /v1/accounts/{AccountId}/users}. */
final class AccountEndpoints {
    private static final Set<String> EDIT_USERS = Set.of("Edit Users");
    private static final int LOGGING = 2;

    private final Cloud cloud;

    AccountEndpoints(Cloud cloud) {
        this.cloud = cloud;
    }

    FakeResponse get(FakeRequest request, Grant grant) {
        return FakeResponse.json(200, json(account(request, grant)));
    }

    /** The account and those right below it. */
    FakeResponse children(FakeRequest request, Grant grant) {
        FakeAccount parent = account(request, grant);
        List<Object> list = new ArrayList<>(List.of(json(parent)));
        cloud.directory.childrenOf(parent.id()).forEach(child -> list.add(json(child)));
        return FakeResponse.json(200, list);
    }

    /** All that are below the account. */
    FakeResponse allChildren(FakeRequest request, Grant grant) {
        return FakeResponse.json(200, below(account(request, grant)));
    }

    /** In which member the server nests them is not known. */
    FakeResponse tree(FakeRequest request, Grant grant) {
        return FakeResponse.json(200, nested(account(request, grant)));
    }

    /** Users of accounts below too, each with the name of the account. */
    FakeResponse users(FakeRequest request, Grant grant) {
        long account = cloud.account(request, grant, EDIT_USERS);
        List<Object> users = new ArrayList<>();
        for (FakeUser user : cloud.directory.usersWithin(account)) {
            Map<String, @Nullable Object> json = json(user);
            FakeAccount of = cloud.directory.account(user.accountId());
            json.put("account_name", of == null ? "" : of.name());
            users.add(json);
        }
        return FakeResponse.json(200, users);
    }

    /** Alone in an array. */
    FakeResponse user(FakeRequest request, Grant grant) {
        long account = cloud.account(request, grant, EDIT_USERS);
        for (FakeUser user : cloud.directory.usersWithin(account)) {
            if (user.accountId() == account && request.pathVariable("UserId").equals(String.valueOf(user.id()))) {
                return FakeResponse.json(200, cloud.settings.userIsObject() ? json(user) : List.of(json(user)));
            }
        }
        throw FrameworkErrors.notFound(request);
    }

    private FakeAccount account(FakeRequest request, Grant grant) {
        FakeAccount account = cloud.directory.account(cloud.account(request, grant, Set.of()));
        if (account == null) {
            throw FrameworkErrors.notFound(request);
        }
        return account;
    }

    private List<Object> below(FakeAccount account) {
        List<Object> list = new ArrayList<>();
        for (FakeAccount child : cloud.directory.childrenOf(account.id())) {
            list.add(json(child));
            list.addAll(below(child));
        }
        return list;
    }

    private Map<String, @Nullable Object> nested(FakeAccount account) {
        Map<String, @Nullable Object> json = json(account);
        List<Object> children = new ArrayList<>();
        cloud.directory.childrenOf(account.id()).forEach(child -> children.add(nested(child)));
        json.put("children", children);
        return json;
    }

    private Map<String, @Nullable Object> json(FakeAccount account) {
        Long parent = account.parentId();
        FakeAccount above = parent == null ? null : cloud.directory.account(parent);
        return Json.object(
                "account_id",
                account.id(),
                "device_seats",
                account.deviceSeats(),
                "account_name",
                account.name(),
                "logging",
                LOGGING,
                "suspended",
                0,
                "used_devices",
                0,
                "parent_free_devices",
                above == null ? 0 : above.deviceSeats());
    }

    private static Map<String, @Nullable Object> json(FakeUser user) {
        return Json.object(
                "id", user.id(),
                "account_id", user.accountId(),
                "username", user.username(),
                "first_name", user.firstName(),
                "last_name", user.lastName(),
                "email", user.email(),
                "email_verified_at", user.emailVerifiedAt() == null ? null : Dates.text(user.emailVerifiedAt()),
                "account_admin", user.accountAdmin(),
                "terms_agreed", user.agreed());
    }
}
