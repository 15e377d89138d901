package dev.latchkey.fake.webitel;

import dev.latchkey.fake.FakeRequest;
import dev.latchkey.fake.FakeResponse;
import dev.latchkey.fake.internal.Json;
import dev.latchkey.fake.internal.RandomText;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The users of a domain as accounts. Statuses and rights are the engine's; what the telephony console says of an account is that
 * of the stand-in which was recorded, or made up: settings of an account are taken, and not shown.
 */
final class AccountEndpoints {
    private static final String RESOURCE = "account";
    private static final String NO_DOMAIN_OR_LOGIN = "Domain, login is require.";
    private static final String DONE = "+OK\n";
    private static final int NO_PASSWORD = 32;

    private final Engine engine;

    AccountEndpoints(Engine engine) {
        this.engine = engine;
    }

    /** Whoever may read only what is his own gets himself. */
    FakeResponse list(FakeRequest request, Caller caller) {
        if (!caller.mayOwn(RESOURCE, "r")) {
            throw engine.refusals.forbidden();
        }
        AccountTable table = AccountTable.of(request);
        return ok(table.of(engine.usersOf(domain(caller, first(request, "domain"))).stream()
                .filter(user -> caller.may(RESOURCE, "r") || user.username().equals(caller.id()))
                .toList()));
    }

    FakeResponse get(FakeRequest request, Caller caller) {
        if (!caller.may(RESOURCE, "r")) {
            throw engine.refusals.forbidden();
        }
        return ok(values(require(nameOfAnyDomain(request, caller), 404)));
    }

    FakeResponse create(FakeRequest request, Caller caller) {
        if (!caller.may(RESOURCE, "c")) {
            throw engine.refusals.forbidden();
        }
        Map<String, @Nullable Object> body = engine.body(request);
        String login = text(body, "login");
        String role = text(body, "role");
        String named = first(request, "domain");
        String domain = caller.actsOn(named.isEmpty() ? text(body, "domain") : named);
        if (login.isEmpty() || role.isEmpty() || domain == null || domain.isEmpty()) {
            throw engine.refusals.badRequest(NO_DOMAIN_OR_LOGIN);
        }
        String name = login + "@" + domain;
        if (engine.user(name) != null) {
            throw engine.refusals.badRequest("Number exists");
        }
        String password = text(body, "password");
        FakeUser made = FakeUser.builder(name, password.isEmpty() ? RandomText.hex(NO_PASSWORD) : password)
                .role(Roles.number(role), role)
                .build();
        engine.add(made);
        return ok(values(made).entrySet().stream()
                        .map(value -> value.getKey() + "=" + value.getValue() + "\n")
                        .collect(Collectors.joining())
                + DONE);
    }

    FakeResponse update(FakeRequest request, Caller caller) {
        String name = name(request, caller);
        boolean himself = name.equals(caller.id());
        boolean byName = himself && first(request, "domain").equals(caller.domain());
        if (!caller.may(RESOURCE, "u") && !(byName && caller.mayOwn(RESOURCE, "u"))) {
            throw engine.refusals.forbidden();
        }
        Map<String, @Nullable Object> body = engine.body(request);
        String password = setting(body.get("parameters"), "password");
        String role = setting(body.get("variables"), "account_role");
        if (!(body.get("parameters") instanceof List) && !(body.get("variables") instanceof List)) {
            throw engine.refusals.badRequest("Bad request.");
        }
        if (himself && (role != null || setting(body.get("parameters"), "role") != null)) {
            throw engine.refusals.badRequest("Woow! Slow down!");
        }
        FakeUser.Builder changed = require(name, 500).toBuilder();
        if (password != null && !password.isEmpty()) {
            changed.password(password);
        }
        if (role != null) {
            changed.role(Roles.number(role), role);
        }
        FakeUser user = changed.build();
        engine.add(user);
        return ok(values(user));
    }

    FakeResponse delete(FakeRequest request, Caller caller) {
        if (!caller.may(RESOURCE, "d")) {
            throw engine.refusals.forbidden();
        }
        String name = nameOfAnyDomain(request, caller);
        if (name.equals(caller.id())) {
            throw engine.refusals.badRequest("Easy! it's YOU !!!");
        }
        require(name, 404);
        engine.remove(name);
        return ok(DONE);
    }

    private FakeUser require(String name, int status) {
        FakeUser user = engine.user(name);
        if (user == null) {
            throw engine.refusals.noAccount(status, name);
        }
        return user;
    }

    private String name(FakeRequest request, Caller caller) {
        return request.pathVariable("id") + "@" + domain(caller, first(request, "domain"));
    }

    private String nameOfAnyDomain(FakeRequest request, Caller caller) {
        String domain = caller.actsOn(first(request, "domain"));
        if (domain == null || domain.isEmpty()) {
            throw engine.refusals.badRequest(NO_DOMAIN_OR_LOGIN);
        }
        return request.pathVariable("id") + "@" + domain;
    }

    private String domain(Caller caller, String named) {
        String domain = caller.actsOn(named);
        if (domain == null || domain.isEmpty()) {
            throw engine.refusals.domainMissing();
        }
        return domain;
    }

    private static Map<String, @Nullable Object> values(FakeUser user) {
        return Json.object(
                "a1-hash", user.passwordHash(),
                "cc-agent", "false",
                "webitel-extensions", user.login(),
                "variable_w_domain", user.domain(),
                "variable_user_scheme", "account",
                "variable_effective_caller_id_name", user.login(),
                "variable_account_role", user.roleName());
    }

    /** The value of one {@code name=value} among a list of such texts, or null. */
    private static @Nullable String setting(@Nullable Object list, String name) {
        if (!(list instanceof List<?> settings)) {
            return null;
        }
        return settings.stream()
                .map(String::valueOf)
                .filter(each -> each.startsWith(name + "="))
                .map(each -> each.substring(name.length() + 1))
                .findFirst()
                .orElse(null);
    }

    private static String first(FakeRequest request, String parameter) {
        List<String> values = request.query(parameter);
        return values.isEmpty() ? "" : values.get(0);
    }

    private static String text(Map<String, @Nullable Object> body, String member) {
        Object value = body.get(member);
        return value == null ? "" : value.toString();
    }

    private static FakeResponse ok(Object info) {
        return FakeResponse.json(200, Json.object("status", "OK", "info", info));
    }
}
