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
    private final Map<String, FakeUser> users = new LinkedHashMap<>();

    Engine(FakeClock clock) {
        TokenText texts = new TokenText(settings);
        sessions = new Sessions(settings, clock, texts);
        domainTokens = new DomainTokens(clock, texts);
    }

    void clear() {
        settings.restore();
        users.clear();
        sessions.clear();
        domainTokens.clear();
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

    Map<String, List<String>> acl(FakeUser user) {
        Map<String, List<String>> own = user.acl();
        return own == null ? Roles.usualRights(user.role(), settings.answers()) : own;
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
        DomainToken token = domainTokens.live(text);
        if (token == null) {
            throw refusals.disabledDomainToken();
        }
        if (domainTokens.isExpired(token)) {
            throw refusals.expired();
        }
        String id = token.id() + "@" + token.domain();
        return new Caller(id, token.domain(), Roles.name(Roles.USER), token.acl(), null);
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
