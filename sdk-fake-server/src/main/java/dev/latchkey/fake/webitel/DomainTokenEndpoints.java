package dev.latchkey.fake.webitel;

import dev.latchkey.fake.FakeRequest;
import dev.latchkey.fake.FakeResponse;
import dev.latchkey.fake.NoAnswer;
import dev.latchkey.fake.internal.Json;
import dev.latchkey.fake.webitel.DomainTokens.Issued;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The static tokens of a domain. Whoever belongs to a domain acts on that one, whichever the path names. */
final class DomainTokenEndpoints {
    /** Instead of a domain's name, for who belongs to none. */
    private static final String ALL = "*";

    private static final int MOST_DOMAINS = 40;

    private final Engine engine;

    DomainTokenEndpoints(Engine engine) {
        this.engine = engine;
    }

    FakeResponse create(FakeRequest request, Caller caller) {
        String domain = domain(request, caller, "u");
        Map<String, @Nullable Object> body = engine.body(request);
        Object expire = body.get("expire");
        if (expire == null || !JavaScript.isTrue(expire) || engine.domainTokens.isPast(expire)) {
            throw engine.refusals.badRequest("Bad expire date.");
        }
        if (!(body.get("role") instanceof String role) || role.isEmpty()) {
            throw engine.refusals.badRequest("Bad role name.");
        }
        DomainToken made =
                engine.domainTokens.create(new DomainTokens.Wanted(domain, role, expire, caller.id(), null, null));
        Issued known = engine.domainTokens.find(domain, made.id());
        return ok(Json.object("data", known == null ? null : json(known), "token", made.token()));
    }

    FakeResponse list(FakeRequest request, Caller caller) {
        String domain = domain(request, caller, "r");
        if (request.query("columns").isEmpty()) {
            throw NoAnswer.closing("a list without columns ends the process of the server");
        }
        return ok(engine.domainTokens.domains().stream()
                .filter(each -> domain.equals(ALL) || domain.equals(each))
                .limit(MOST_DOMAINS)
                .<Object>map(each -> Json.object(
                        "name",
                        each,
                        "tokens",
                        engine.domainTokens.of(each).stream()
                                .<Object>map(DomainTokenEndpoints::json)
                                .toList()))
                .toList());
    }

    /** Anything but {@code true} disables. */
    FakeResponse setState(FakeRequest request, Caller caller) {
        Issued token = engine.domainTokens.find(domain(request, caller, "u"), request.pathVariable("uuid"));
        boolean wanted = Boolean.TRUE.equals(engine.body(request).get("state"));
        if (token == null) {
            return changed(0, 0);
        }
        int changed = token.enabled == wanted ? 0 : 1;
        token.enabled = wanted;
        return changed(1, changed);
    }

    /** What is found is the domain. */
    FakeResponse delete(FakeRequest request, Caller caller) {
        String domain = domain(request, caller, "u");
        Issued token = engine.domainTokens.find(domain, request.pathVariable("uuid"));
        if (token != null) {
            token.deleted = true;
        }
        return changed(engine.domainTokens.has(domain) ? 1 : 0, token == null ? 0 : 1);
    }

    private String domain(FakeRequest request, Caller caller, String right) {
        if (!caller.mayOwn("domain", right)) {
            throw engine.refusals.forbidden();
        }
        return String.valueOf(caller.actsOn(request.pathVariable("domain")));
    }

    private static Map<String, @Nullable Object> json(Issued token) {
        return Json.object(
                "uuid", token.id,
                "expire", token.expire,
                "roleName", token.roleName,
                "createdBy", token.createdBy,
                "createdOn", token.createdOn,
                "enabled", token.enabled);
    }

    private static FakeResponse changed(int found, int changed) {
        return ok(Json.object("n", found, "nModified", changed, "ok", 1));
    }

    private static FakeResponse ok(Object info) {
        return FakeResponse.json(200, Json.object("status", "OK", "info", info));
    }
}
