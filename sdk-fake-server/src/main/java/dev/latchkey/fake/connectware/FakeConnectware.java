package dev.latchkey.fake.connectware;

import dev.latchkey.fake.FakeHandler;
import dev.latchkey.fake.FakeRequest;
import dev.latchkey.fake.FakeResponse;
import dev.latchkey.fake.FakeServer;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A fake of Cybus Connectware's auth server: users, roles and permissions, tokens, multi-factor authentication.
 *
 * <pre>{@code
 * @Fake // of latchkey-fake-junit
 * static FakeConnectware fake = FakeConnectware.withAdmin("admin", "secret");       // JUnit closes it
 *
 * try (FakeConnectware fake = FakeConnectware.withAdmin("admin", "secret")) {       // anywhere else
 *     fake.users().add(FakeUser.builder("jane").password("her-password").build());
 *     ... fake.baseUrl() ...
 * }
 * }</pre>
 *
 * <p>The paths begin with {@code /api}, which the base URL does not have. Answers are as odd as the documentation
 * prints them; {@link #settings} has the switches. Safe for concurrent use.
 */
public final class FakeConnectware extends FakeServer {
    private static final FakeRole ADMINISTRATOR = FakeRole.of(
            Directory.ADMINISTRATORS,
            FakePermission.of("/#", "readWrite", "http"),
            FakePermission.of("#", "readWrite", "mqtt"));

    private final Connectware state = new Connectware(clock());
    private final Routes routes = new Routes(this, new Guard(state));
    private final FakeUsers users = new FakeUsers(state, this::exclusively);
    private final Infrastructure infrastructure = new Infrastructure(state, this::exclusively);
    private final List<Endpoints> groups = List.of(
            new SessionEndpoints(state),
            new AuthSettingsEndpoints(state.settings),
            new UserEndpoints(state),
            new UserTokenEndpoints(state),
            new UserBelongingsEndpoints(state),
            new RoleEndpoints(state),
            new RolePermissionEndpoints(state),
            new PermissionEndpoints(state),
            new MfaEndpoints(state));
    private final Consumer<FakeConnectware> seed;

    private FakeConnectware(Consumer<FakeConnectware> seed) {
        super("");
        this.seed = seed;
        groups.forEach(group -> group.register(routes));
        infrastructure.groups.forEach(group -> group.register(routes));
        seed.accept(this);
    }

    /** Starts a fake without users. */
    public static FakeConnectware start() {
        FakeConnectware fake = empty();
        fake.baseUrl();
        return fake;
    }

    /** A fake without users. It starts when first used. */
    public static FakeConnectware empty() {
        return new FakeConnectware(fake -> {});
    }

    /** A fake with one user, whose role {@code connectware-admin} allows everything. It starts when first used. */
    public static FakeConnectware withAdmin(String username, String password) {
        return new FakeConnectware(fake -> fake.users.add(FakeUser.builder(username)
                .password(password)
                .role(fake.addRole(ADMINISTRATOR))
                .build()));
    }

    /**
     * A fake with the roles, users and settings of a seed, whose form {@code docs/fakes.md} describes. It starts when
     * first used.
     *
     * @param json the text of a seed file
     * @throws IllegalArgumentException if something in it is wrong; the message names the place and holds no secret
     */
    public static FakeConnectware fromSeed(String json) {
        return new FakeConnectware(fake -> Seed.apply(json, fake));
    }

    /** How the fake behaves. */
    public ConnectwareSettings settings() {
        return state.settings;
    }

    /** The users. */
    public FakeUsers users() {
        return users;
    }

    /** Where devices ask for users. */
    public FakeClientRegistry clientRegistry() {
        return infrastructure.clientRegistry;
    }

    /** The certificates, and the authority that signs for devices. */
    public FakeCertificates certificates() {
        return infrastructure.certificates;
    }

    /** How the MQTT broker's question is answered, whether a client may connect. */
    public FakeBroker broker() {
        return infrastructure.broker;
    }

    /** The database, to be backed up and restored. */
    public FakeDatabase database() {
        return infrastructure.database;
    }

    /**
     * Adds a role, and returns its id.
     *
     * @throws IllegalArgumentException if the name or the id is taken
     */
    public String addRole(FakeRole role) {
        return exclusively(() -> state.directory.create(role).id);
    }

    /** Logs a user in without a request, MFA or not: a token to start a test with. */
    public IssuedToken logIn(String username) {
        return exclusively(
                () -> state.tokens.issue(state.requireNamed(username), state.settings.tokenLifetime(), null));
    }

    /**
     * The one-time password that a user's authenticator shows now. Each is good once: {@code
     * clock().advance(Duration.ofSeconds(30))} gives the next one.
     *
     * @throws IllegalStateException if the user has neither enrolled nor been offered a key
     */
    public String oneTimePassword(String username) {
        return exclusively(() -> state.secondFactor.current(state.requireNamed(username)));
    }

    /** The backup codes of a user that have not been used. */
    public List<String> backupCodes(String username) {
        return exclusively(() -> state.requireNamed(username).mfa.backupCodes());
    }

    /** Enrols a user for MFA without a request, with a new key and new backup codes, which are returned. */
    public List<String> enrolForMfa(String username) {
        return exclusively(() -> state.secondFactor.enrol(state.requireNamed(username)));
    }

    /** Refuses all tokens issued so far. */
    public FakeConnectware revokeTokens() {
        return change(() -> state.tokens.revoke(token -> true));
    }

    /** Refuses all tokens of a user issued so far. */
    public FakeConnectware revokeTokens(String username) {
        return change(() -> {
            User user = state.requireNamed(username);
            state.tokens.revoke(token -> token.userId().equals(user.id));
        });
    }

    /** How many tokens are alive now. */
    public int liveSessions() {
        return exclusively(state.tokens::countAlive);
    }

    /** Whether a request with this token would be let in now. */
    public boolean isTokenAlive(String token) {
        return exclusively(() -> state.tokens.alive(token) != null);
    }

    /**
     * Adds an endpoint that wants a live token, for the vendor's other endpoints that a test needs.
     *
     * @param path the path template below the base URL's, as in {@code /api/services/{id}}
     */
    public void handleAuthorized(String method, String path, FakeHandler handler) {
        routes.authorized(method, path, (request, caller) -> handler.handle(request));
    }

    @Override
    protected void forgetAttempts() {
        state.directory.users().forEach(user -> user.mfa.forgetAttempts());
    }

    @Override
    protected void restoreState() {
        state.clear();
        groups.forEach(Endpoints::clear);
        infrastructure.groups.forEach(Endpoints::clear);
        seed.accept(this);
    }

    @Override
    protected @Nullable FakeResponse control(String action, FakeRequest request) {
        return ConnectwareControl.handle(this, request.method() + " " + action, request);
    }

    @Override
    protected FakeResponse notFound(FakeRequest request) {
        return Problem.notFound("There is no such path").response();
    }

    @Override
    protected FakeResponse methodNotAllowed(FakeRequest request, Set<String> allowed) {
        return Problem.methodNotAllowed("The path has no method " + request.method())
                .response();
    }

    Connectware state() {
        return state;
    }

    private FakeConnectware change(Runnable change) {
        return exclusively(() -> {
            change.run();
            return this;
        });
    }
}
