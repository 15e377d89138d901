package dev.latchkey.fake.webitel;

import dev.latchkey.fake.FakeClock;
import dev.latchkey.fake.FakeHandler;
import dev.latchkey.fake.FakeRequest;
import dev.latchkey.fake.FakeResponse;
import dev.latchkey.fake.internal.Json;
import dev.latchkey.fake.webitel.Sessions.Login;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The state of the fake: what its endpoints read and change, one at a time. */
final class Engine {
    private static final String VERTO = "wss://pre.webitel.com/verto/";

    final WebitelSettings settings = new WebitelSettings();
    final Refusals refusals = new Refusals(settings);
    final Sessions sessions;
    final DomainTokens domainTokens;
    final RootTotp totp;
    final Acl acl = new Acl();
    private final Map<String, FakeUser> users = new LinkedHashMap<>();

    Engine(FakeClock clock) {
        TokenText texts = new TokenText(settings);
        sessions = new Sessions(settings, clock, texts);
        domainTokens = new DomainTokens(clock, texts);
        totp = new RootTotp(clock, texts);
    }

    void clear() {
        settings.restore();
        users.clear();
        sessions.clear();
        domainTokens.clear();
        totp.clear();
        acl.restore();
    }

    /** To the server a session of another password or role is one of nobody. */
    void add(FakeUser user) {
        FakeUser before = users.put(user.username(), user);
        if (before != null && !user.isLoggedInLike(before)) {
            endSessions(user.username());
        }
    }

    void remove(String username) {
        users.remove(require(username).username());
        endSessions(username);
    }

    void endSessions(String username) {
        sessions.end(login -> login.username.equals(username));
    }

    List<FakeUser> usersOf(String domain) {
        return users.values().stream()
                .filter(user -> domain.equals(user.domain()))
                .toList();
    }

    @Nullable
    FakeUser user(String username) {
        return users.get(username);
    }

    FakeUser require(String username) {
        FakeUser user = users.get(username);
        if (user == null) {
            throw new IllegalArgumentException("no user " + username + "; there are " + users.keySet());
        }
        return user;
    }

    /** Looked up each time: what a role may do changes. */
    Map<String, List<String>> acl(FakeUser user) {
        Map<String, List<String>> own = user.acl();
        if (own != null) {
            return own;
        }
        boolean documentedRoot = settings.documented() && user.roleName().equals(Acl.ROOT);
        return documentedRoot ? Roles.ofDocumentedRoot() : acl.rights(user.roleName());
    }

    /** Whether a login of this user needs no code, or this one. */
    boolean accepts(FakeUser user, String code) {
        String wanted = user.oneTimePassword();
        if (wanted != null) {
            return wanted.equals(code);
        }
        boolean asked = settings.totpAtLogin() && totp.isEnabled() && user.domain() == null;
        return !asked || totp.accepts(code);
    }

    /** A body that is no JSON at all, a form for instance, counts as an empty one. */
    Map<String, @Nullable Object> body(FakeRequest request) {
        if (!request.hasContentType("application/json") || request.body().isEmpty()) {
            return Map.of();
        }
        Object json;
        try {
            json = request.json();
        } catch (Json.BadJson e) {
            throw refusals.badJson();
        }
        Map<String, @Nullable Object> object = Json.asObject(json);
        if (object == null && !(json instanceof List)) {
            throw refusals.badJson();
        }
        return object == null ? Map.of() : object;
    }

    TokenPair open(FakeUser user) {
        return sessions.open(user, acl(user));
    }

    Map<String, @Nullable Object> cdr() {
        return Json.object("host", "http://cdr:10023", "useProxy", settings.documented() ? "true" : false);
    }

    String verto() {
        return VERTO;
    }

    /** A handler for requests with a live token; it gets whose. */
    FakeHandler authorized(BiFunction<FakeRequest, Caller, FakeResponse> handler) {
        return request -> handler.apply(request, caller(Presented.in(request)));
    }

    private Caller caller(Presented presented) {
        String token = presented.token();
        String key = presented.key();
        if (token == null) {
            throw refusals.noToken();
        }
        if (domainTokens.knows(token)) {
            return ofDomain(token); // A key beside it is not looked at.
        }
        if (!TokenText.isJwt(token)) {
            throw refusals.noToken();
        }
        if (key == null) {
            throw refusals.noKey();
        }
        return ofLogin(token, key);
    }

    private Caller ofDomain(String text) {
        DomainTokens.Issued token = domainTokens.live(text);
        if (token == null) {
            throw refusals.noDomainToken();
        }
        if (domainTokens.isExpired(token)) {
            throw refusals.expired();
        }
        Map<String, List<String>> given = token.acl;
        return new Caller(
                token.id + "@" + token.domain,
                token.domain,
                token.roleName,
                given == null ? acl.rights(token.roleName) : given,
                null);
    }

    private Caller ofLogin(String token, String key) {
        Login login = sessions.find(token, key);
        if (login == null) {
            throw refusals.unknownPair();
        }
        if (sessions.isExpired(login)) {
            throw refusals.expired();
        }
        FakeUser user = user(login.username);
        if (user == null) {
            throw refusals.unknownPair();
        }
        return new Caller(user.username(), user.domain(), user.roleName(), acl(user), login.expires);
    }
}
