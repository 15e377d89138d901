package dev.latchkey.fake.devicehive;

import dev.latchkey.fake.FakeHandler;
import dev.latchkey.fake.FakeRequest;
import dev.latchkey.fake.FakeResponse;
import dev.latchkey.fake.FakeServer;
import dev.latchkey.fake.Refusal;
import java.time.Instant;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A fake of DeviceHive 4.1.0. Its auth service has the five operations on tokens, with users, plugins, tokens that are signed,
 * the lockout at the tenth wrong password, and the answers to a stale {@code Authorization} header. Its frontend, at {@link
 * #deviceApiUrl}, has users, networks, device types and the configuration, and devices to be read.
 *
 * <pre>{@code
 * @Fake // of latchkey-fake-junit
 * static FakeDeviceHive fake = FakeDeviceHive.withAdmin("dhadmin", "secret");       // JUnit closes it
 *
 * try (FakeDeviceHive fake = FakeDeviceHive.start()) {                              // anywhere else
 *     fake.addUser(FakeUser.client("jane", "her-password").id(10).build());
 *     ... fake.baseUrl() ...                                                        // ends with /auth/rest
 * }
 * }</pre>
 *
 * <p>The server keeps no sessions: a token is good while its signature, its end and its user are. So there is no logout,
 * and a refresh token works any number of times. {@link #endSessions} changes the signing secret, as an administrator
 * would who wants to be rid of all tokens. Safe for concurrent use.
 */
public final class FakeDeviceHive extends FakeServer {
    private static final String DEVICE_API = "/api/rest";

    private final Hive hive;
    private final TokenEndpoints tokens;
    private final Consumer<FakeDeviceHive> seed;

    private FakeDeviceHive(ServerProfile profile, Consumer<FakeDeviceHive> seed) {
        super(profile.basePath());
        this.seed = seed;
        hive = new Hive(profile, clock());
        tokens = new TokenEndpoints(hive);
        PluginEndpoints plugins = new PluginEndpoints(hive);
        handle("POST", "/token", hive.gate.open(tokens::login));
        handle("POST", "/token/create", hive.gate.authorized(Actions.MANAGE_TOKEN, new CreateEndpoint(hive)::read));
        handle("POST", "/token/refresh", hive.gate.open(tokens::refresh));
        handle("POST", "/token/plugin/create", hive.gate.authorized(Actions.MANAGE_PLUGIN, plugins::read));
        handle("GET", "/token/plugin/authenticate", hive.gate.query(plugins::authenticate));
        addFrontend(profile.basePath().equals(DEVICE_API));
        alsoServe(DEVICE_API);
        ignoreTrailingSlash();
        seed.accept(this);
    }

    private void addFrontend(boolean isTheOnlyService) {
        ApiRoutes api = new ApiRoutes(this, isTheOnlyService ? "" : DEVICE_API, hive);
        InfoEndpoint info = new InfoEndpoint(hive);
        if (!isTheOnlyService) {
            handle("GET", "/info", hive.gate.query(info.of("/auth/websocket")));
        }
        api.open("GET", "/info", info.of("/api/websocket"));
        new UserEndpoints(hive).addTo(api);
        new UserReachEndpoints(hive).addTo(api);
        new InventoryEndpoints(hive, hive.inventory.networks, Reach::allows, Reach::shows)
                .addTo(api, "/network", Actions.GET_NETWORK, Actions.MANAGE_NETWORK);
        new InventoryEndpoints(hive, hive.inventory.types, Reach::allowsType, Reach::showsType)
                .addTo(api, "/devicetype", Actions.GET_DEVICE_TYPE, Actions.MANAGE_DEVICE_TYPE);
        new DeviceEndpoints(hive).addTo(api);
        new ConfigurationEndpoints(hive).addTo(api);
    }

    /** Starts a fake without users. */
    public static FakeDeviceHive start() {
        FakeDeviceHive fake = empty();
        fake.baseUrl();
        return fake;
    }

    /** A fake without users. It starts when first used. */
    public static FakeDeviceHive empty() {
        return empty(ServerProfile.V4_1);
    }

    /** A fake of this generation without users. It starts when first used. */
    public static FakeDeviceHive empty(ServerProfile profile) {
        return new FakeDeviceHive(profile, fake -> {});
    }

    /** A fake with one administrator, whose number is 1. It starts when first used. */
    public static FakeDeviceHive withAdmin(String login, String password) {
        return withUser(ServerProfile.V4_1, FakeUser.admin(login, password).build());
    }

    /** A fake with one client, whose number is 1. It starts when first used. */
    public static FakeDeviceHive withClient(String login, String password) {
        return withUser(ServerProfile.V4_1, FakeUser.client(login, password).build());
    }

    /** A fake of this generation with one user. It starts when first used. */
    public static FakeDeviceHive withUser(ServerProfile profile, FakeUser user) {
        return new FakeDeviceHive(profile, fake -> fake.addUser(user));
    }

    /**
     * A fake with the users, plugins and settings of a seed, whose form {@code docs/fakes.md} describes. It starts when
     * first used.
     *
     * @param json the text of a seed file
     * @throws IllegalArgumentException if something in it is wrong; the message names the place and holds no secret
     */
    public static FakeDeviceHive fromSeed(String json) {
        return new FakeDeviceHive(Seed.profile(json), fake -> Seed.apply(json, fake));
    }

    /**
     * Where users, networks, device types and devices are: beside the base URL, below {@code /api/rest}, as on a server whose auth
     * service and frontend share an address. Starts the fake if need be.
     */
    public String deviceApiUrl() {
        return url(DEVICE_API);
    }

    /** How the fake behaves. */
    public DeviceHiveSettings settings() {
        return hive.settings;
    }

    /**
     * Adds a user, or replaces the one with the same login; tokens go on, failed logins are forgotten.
     *
     * @throws IllegalArgumentException if another user has the number
     */
    public FakeDeviceHive addUser(FakeUser user) {
        return change(() -> hive.accounts.add(user));
    }

    /** Removes a user, whose tokens are refused from now on. */
    public FakeDeviceHive removeUser(String login) {
        return change(() -> hive.accounts.remove(login));
    }

    /** Gives a user another password; tokens go on. */
    public FakeDeviceHive changePassword(String login, String password) {
        return change(() -> hive.accounts.add(
                hive.accounts.require(login).toBuilder().password(password).build()));
    }

    /** Locks a user, disables one, or makes one active again, with no failed logins. Tokens follow the user. */
    public FakeDeviceHive changeStatus(String login, UserStatus status) {
        return change(() -> hive.accounts.add(
                hive.accounts.require(login).toBuilder().status(status).build()));
    }

    /** The user with this login as it is now, its number included. */
    public FakeUser user(String login) {
        return exclusively(() -> hive.accounts.require(login));
    }

    /** How many wrong passwords for this user have come since the last login. */
    public int failedLogins(String login) {
        return exclusively(() -> hive.accounts.failedLogins(login));
    }

    /**
     * Adds a plugin, or replaces the one with the same topic.
     *
     * @throws IllegalArgumentException if its owner does not exist
     */
    public FakeDeviceHive addPlugin(FakePlugin plugin) {
        return change(() -> hive.accounts.add(plugin));
    }

    /** Removes the plugin with this topic, whose tokens are refused from now on. */
    public FakeDeviceHive removePlugin(String topic) {
        return change(() -> hive.accounts.removePlugin(topic));
    }

    /** Adds a network, or replaces the one with the same number; number 1 is there at first. */
    public FakeDeviceHive addNetwork(FakeNetwork network) {
        return change(() -> hive.inventory.add(network));
    }

    /** Adds a device type, or replaces the one with the same number; numbers 1 to 8 are there at first. */
    public FakeDeviceHive addDeviceType(FakeDeviceType type) {
        return change(() -> hive.inventory.add(type));
    }

    /**
     * Adds a device, or replaces the one with the same id.
     *
     * @throws IllegalArgumentException if its network does not exist
     */
    public FakeDeviceHive addDevice(FakeDevice device) {
        return change(() -> hive.inventory.add(device));
    }

    /** Logs a user in without a request: tokens to start a test with. */
    public IssuedTokens logIn(String login) {
        return exclusively(() -> tokens.logIn(hive.accounts.require(login)));
    }

    /** Makes a token with this payload, whoever it is for: one that has expired, a plugin's, one with strange rights. */
    public String sign(TokenPayload payload) {
        return exclusively(() -> hive.tokens.issue(payload));
    }

    /** Makes a token with this payload and the signature of somebody else. */
    public String signWith(String secret, TokenPayload payload) {
        Jwt.requireUsable(secret);
        Instant end = payload.expiresAt() == null ? clock().instant() : payload.expiresAt();
        return exclusively(() -> hive.tokens.sign(payload, end.toEpochMilli(), secret));
    }

    /**
     * What stands in a token, expired or not.
     *
     * @throws IllegalArgumentException if it has not been signed with this fake's secret
     */
    public TokenPayload payload(String token) {
        TokenPayload payload = exclusively(() -> hive.tokens.read(token));
        if (payload == null) {
            throw new IllegalArgumentException("this is no token that the fake's present secret has signed");
        }
        return payload;
    }

    /** Refuses all access tokens issued so far, which no real server can; refresh tokens stay good. */
    public FakeDeviceHive revokeAccessTokens() {
        return change(hive.tokens::revokeAccessTokens);
    }

    /** Refuses all tokens issued so far: the signing secret is another one from now on. */
    public FakeDeviceHive endSessions() {
        return change(hive.settings::changeSecret);
    }

    /** Whether a request with this access token would be let in now. */
    public boolean isAccessTokenAlive(String accessToken) {
        return exclusively(() -> hive.gate.caller(accessToken) != null);
    }

    /** Whether this refresh token would be exchanged now. */
    public boolean isRefreshTokenAlive(String refreshToken) {
        return exclusively(() -> tokens.isAlive(refreshToken));
    }

    /**
     * Adds an endpoint that wants a live access token, for the vendor's other endpoints that a test needs.
     *
     * @param path the path template below the base URL's, as in {@code /device/{id}}
     */
    public void handleAuthorized(String method, String path, FakeHandler handler) {
        handle(method, path, hive.gate.authorized(handler));
    }

    @Override
    protected void forgetAttempts() {
        hive.accounts.forgetFailures();
    }

    @Override
    protected void restoreState() {
        hive.clear();
        seed.accept(this);
    }

    @Override
    protected FakeResponse notFound(FakeRequest request) {
        return refusal(request, 404);
    }

    @Override
    protected FakeResponse methodNotAllowed(FakeRequest request, Set<String> allowed) {
        return refusal(request, hive.settings.deviceApi() || !isForTheFrontend(request) ? 405 : 404);
    }

    private boolean isForTheFrontend(FakeRequest request) {
        return hive.profile != ServerProfile.LEGACY && request.rawPath().startsWith(DEVICE_API + "/");
    }

    @Override
    protected FakeResponse dress(FakeResponse answer) {
        return CommonHeaders.on(answer);
    }

    @Override
    protected @Nullable FakeResponse control(String action, FakeRequest request) {
        return DeviceHiveControl.handle(this, request.method() + " " + action);
    }

    private FakeResponse refusal(FakeRequest request, int status) {
        try {
            exclusively(() -> hive.gate.caller(request));
            return Errors.framework(status).response();
        } catch (Refusal refusal) {
            return refusal.response();
        }
    }

    private FakeDeviceHive change(Runnable change) {
        return exclusively(() -> {
            change.run();
            return this;
        });
    }
}
