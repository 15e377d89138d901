package dev.latchkey.fake.webitel;

import dev.latchkey.fake.FakeHandler;
import dev.latchkey.fake.FakeRequest;
import dev.latchkey.fake.FakeResponse;
import dev.latchkey.fake.FakeServer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A fake of a Webitel server: login, logout and who-am-I, with sessions, one-time passwords, rights; domain tokens, roles,
 * accounts and root's settings.
 *
 * <pre>{@code
 * @Fake // of latchkey-fake-junit
 * static FakeWebitel fake = FakeWebitel.withUser("100@mydomain.com", "secret");     // JUnit closes it
 *
 * try (FakeWebitel fake = FakeWebitel.start()) {                                    // anywhere else
 *     fake.addUser(FakeUser.builder("100@mydomain.com", "secret").build());
 *     ... fake.baseUrl() ...
 * }
 * }</pre>
 *
 * <p>Each login makes a new pair of token and key, and those before it stay alive. The answers are the documented ones;
 * {@link #settings} has the switch to those of a real server. What no page documents is answered as a real server does. Safe for concurrent use.
 */
public final class FakeWebitel extends FakeServer {
    private final Engine engine = new Engine(clock());
    private final Consumer<FakeWebitel> seed;

    private FakeWebitel(Consumer<FakeWebitel> seed) {
        super("");
        this.seed = seed;
        SessionEndpoints sessions = new SessionEndpoints(engine);
        handle("POST", "/login", new LoginEndpoint(engine)::handle);
        handle("POST", "/logout", sessions::logout);
        handle("GET", "/api/v2/whoami", engine.authorized(sessions::whoami));
        serveDomainTokens(new DomainTokenEndpoints(engine));
        serveRoles(new RoleEndpoints(engine));
        serveAccounts(new AccountEndpoints(engine));
        SecurityEndpoints security = new SecurityEndpoints(engine);
        handle("GET", "/api/v2/settings/security", engine.authorized(security::get));
        handle("PUT", "/api/v2/settings/security", engine.authorized(security::put));
        seed.accept(this);
    }

    private void serveDomainTokens(DomainTokenEndpoints tokens) {
        String all = "/api/v2/domains/{domain}/settings/token";
        handle("POST", all, engine.authorized(tokens::create));
        handle("GET", all, engine.authorized(tokens::list));
        handle("PATCH", all + "/{uuid}", engine.authorized(tokens::setState));
        handle("DELETE", all + "/{uuid}", engine.authorized(tokens::delete));
    }

    private void serveRoles(RoleEndpoints roles) {
        handle("GET", "/api/v2/acl/roles", engine.authorized(roles::list));
        handle("POST", "/api/v2/acl/roles", engine.authorized(roles::create));
        handle("GET", "/api/v2/acl/roles/{name}", engine.authorized(roles::get));
        handle("PUT", "/api/v2/acl/roles/{name}", engine.authorized(roles::replace));
        handle("DELETE", "/api/v2/acl/roles/{name}", engine.authorized(roles::delete));
    }

    private void serveAccounts(AccountEndpoints accounts) {
        handle("GET", "/api/v2/accounts", engine.authorized(accounts::list));
        handle("POST", "/api/v2/accounts", engine.authorized(accounts::create));
        handle("GET", "/api/v2/accounts/{id}", engine.authorized(accounts::get));
        handle("PUT", "/api/v2/accounts/{id}", engine.authorized(accounts::update));
        handle("DELETE", "/api/v2/accounts/{id}", engine.authorized(accounts::delete));
    }

    /** Starts a fake without users. */
    public static FakeWebitel start() {
        FakeWebitel fake = empty();
        fake.baseUrl();
        return fake;
    }

    /** A fake without users. It starts when first used. */
    public static FakeWebitel empty() {
        return new FakeWebitel(fake -> {});
    }

    /**
     * A fake with one user. It starts when first used.
     *
     * @param username with a domain, as in {@code 100@mydomain.com}; without one it is root
     */
    public static FakeWebitel withUser(String username, String password) {
        FakeUser user = FakeUser.builder(username, password).build();
        return new FakeWebitel(fake -> fake.addUser(user));
    }

    /**
     * A fake with the users, domain tokens and settings of a seed, whose form {@code docs/fakes.md} describes. It starts
     * when first used.
     *
     * @param json the text of a seed file
     * @throws IllegalArgumentException if something in it is wrong; the message names the place and holds no secret
     */
    public static FakeWebitel fromSeed(String json) {
        return new FakeWebitel(fake -> Seed.apply(json, fake));
    }

    /** How the fake behaves. */
    public WebitelSettings settings() {
        return engine.settings;
    }

    /**
     * Adds a user, or replaces the one with the same name. Sessions go on, with the new rights, unless the password or the
     * role is another one: that ends them.
     */
    public FakeWebitel addUser(FakeUser user) {
        return change(() -> engine.add(user));
    }

    /** Removes a user, whose tokens are refused from now on. */
    public FakeWebitel removeUser(String username) {
        return change(() -> engine.remove(username));
    }

    /** Gives a user another password, which ends all sessions of that user. */
    public FakeWebitel changePassword(String username, String password) {
        return change(() -> engine.add(
                engine.require(username).toBuilder().password(password).build()));
    }

    /** Logs a user in without a request: a pair to start a test with. */
    public TokenPair logIn(String username) {
        return exclusively(() -> engine.open(engine.require(username)));
    }

    /** Ends all sessions: their pairs are refused. Domain tokens stay good. */
    public FakeWebitel endSessions() {
        return change(() -> engine.sessions.end(login -> true));
    }

    /** Ends all sessions of a user. */
    public FakeWebitel endSessions(String username) {
        return change(() -> engine.endSessions(username));
    }

    /** How many pairs are alive: neither expired nor ended. */
    public int liveSessions() {
        return exclusively(() -> engine.sessions.live(login -> true));
    }

    /** How many pairs of a user are alive. */
    public int liveSessions(String username) {
        return exclusively(() -> engine.sessions.live(login -> login.username.equals(username)));
    }

    /** Whether a request with this pair would be let in now. */
    public boolean isAlive(String token, String key) {
        return exclusively(() -> {
            Sessions.Login login = engine.sessions.find(token, key);
            return login != null && !engine.sessions.isExpired(login) && engine.user(login.username) != null;
        });
    }

    /** Makes a static token of a domain, which may do what a user may, for a year. */
    public DomainToken createDomainToken(String domain) {
        return createDomainToken(domain, yearFromNow());
    }

    /**
     * Makes a static token of a domain, which may do what a user may, until this instant.
     *
     * @param expires {@link Instant#MAX} for a token that never ends, as the server makes one where its end was the text of a
     *     date
     * @throws IllegalArgumentException if the instant has passed: the server makes none without an end that is yet to come
     */
    public DomainToken createDomainToken(String domain, Instant expires) {
        return createDomainToken(domain, expires, Roles.name(Roles.USER));
    }

    /**
     * Makes a static token of a domain, which may do what a role may, until this instant.
     *
     * @param roleName the server does not check that there is such a role, nor whether its maker has as many rights
     * @throws IllegalArgumentException if the instant has passed
     */
    public DomainToken createDomainToken(String domain, Instant expires, String roleName) {
        return createDomainToken(domain, expires, roleName, null, null);
    }

    /**
     * Makes a static token of a domain with these rights by resource, until this instant.
     *
     * @throws IllegalArgumentException if the instant has passed
     */
    public DomainToken createDomainToken(String domain, Instant expires, Map<String, List<String>> acl) {
        return createDomainToken(domain, expires, Roles.name(Roles.USER), acl, null);
    }

    /**
     * Disables a static token, as an administrator does.
     *
     * @throws IllegalArgumentException if there is no such token
     */
    public FakeWebitel disableDomainToken(String token) {
        return change(() -> engine.domainTokens.disable(token));
    }

    /**
     * The one-time password of root at this moment, as an authenticator shows it.
     *
     * @throws IllegalStateException if no key was made: {@code PUT /api/v2/settings/security} makes one
     */
    public String oneTimePassword() {
        String code = exclusively(engine.totp::code);
        if (code == null) {
            throw new IllegalStateException("root has no key for one-time passwords yet");
        }
        return code;
    }

    /**
     * Makes a role, or gives one that exists rights beside its own.
     *
     * @param parent the role whose rights it has as well, or null
     * @param rights by resource
     */
    public FakeWebitel addRole(String name, @Nullable String parent, Map<String, List<String>> rights) {
        return change(() -> engine.acl.add(name, parent, rights));
    }

    /**
     * Adds an endpoint that wants a live token, for the vendor's other endpoints that a test needs.
     *
     * @param path the path template below the base URL's, as in {@code /api/v2/accounts/{id}}
     */
    public void handleAuthorized(String method, String path, FakeHandler handler) {
        handle(method, path, engine.authorized((request, caller) -> handler.handle(request)));
    }

    /**
     * Adds an endpoint that wants a live token whose user has a right; without it the answer is 403.
     *
     * @param path the path template below the base URL's, as in {@code /api/v2/accounts/{id}}
     * @param resource as in {@code account}
     * @param right as in {@code r}; {@code *} of the user's is enough for any
     */
    public void handleAuthorized(String method, String path, String resource, String right, FakeHandler handler) {
        handle(method, path, engine.authorized((request, caller) -> {
            if (!caller.may(resource, right)) {
                throw engine.refusals.forbidden();
            }
            return handler.handle(request);
        }));
    }

    @Override
    protected void restoreState() {
        engine.clear();
        seed.accept(this);
    }

    @Override
    protected FakeResponse notFound(FakeRequest request) {
        return Refusals.notFound(request.rawPath());
    }

    /** The server's framework knows no 405. */
    @Override
    protected FakeResponse methodNotAllowed(FakeRequest request, Set<String> allowed) {
        return notFound(request);
    }

    @Override
    protected FakeResponse dress(FakeResponse answer) {
        FakeResponse powered = answer.header("X-Powered-By", "Webitel");
        return "application/json".equals(answer.header("Content-Type"))
                ? powered.header("Content-Type", "application/json; charset=utf-8")
                : powered;
    }

    @Override
    protected @Nullable FakeResponse control(String action, FakeRequest request) {
        return new WebitelControl(this).handle(action, request);
    }

    /** A domain token with a text of the seed's, which a fake in a process of its own can tell nobody. */
    DomainToken createDomainToken(
            String domain,
            Instant expires,
            String roleName,
            @Nullable Map<String, List<String>> acl,
            @Nullable String text) {
        if (domain.isBlank()) {
            throw new IllegalArgumentException("a domain token needs a domain");
        }
        if (!clock().instant().isBefore(expires)) {
            throw new IllegalArgumentException(
                    "a domain token needs an end that is yet to come, as the server wants it");
        }
        // What is a text never ends.
        Object expire = expires.equals(Instant.MAX) ? expires.toString() : (Object) expires.toEpochMilli();
        return exclusively(() ->
                engine.domainTokens.create(new DomainTokens.Wanted(domain, roleName, expire, Acl.ROOT, acl, text)));
    }

    Instant yearFromNow() {
        return clock().instant().plus(Duration.ofDays(365));
    }

    private FakeWebitel change(Runnable change) {
        return exclusively(() -> {
            change.run();
            return this;
        });
    }
}
