package dev.latchkey.fake.controlbyweb;

import dev.latchkey.fake.FakeHandler;
import dev.latchkey.fake.FakeRequest;
import dev.latchkey.fake.FakeResponse;
import dev.latchkey.fake.FakeServer;
import dev.latchkey.fake.controlbyweb.Grants.Grant;
import dev.latchkey.fake.internal.Json;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A fake of ControlByWeb.Cloud: the eight documented operations with sessions, rotation, revocation, accounts and
 * their children, certificate request tokens, and a mailbox for password resets; users, accounts and device access tokens, of
 * which no server could be had to be like.
 *
 * <pre>{@code
 * @Fake // of latchkey-fake-junit
 * static FakeControlByWeb fake = FakeControlByWeb.withUser("admin", "secret");      // JUnit closes it
 *
 * try (FakeControlByWeb fake = FakeControlByWeb.start()) {                          // anywhere else
 *     fake.addUser(FakeUser.builder("admin", "secret").build());
 *     ... fake.baseUrl() ...
 * }
 * }</pre>
 *
 * <p>A refresh ends the refresh token and the access token before it at once; {@link #settings} has the switches.
 * Account 1234 exists from the start. Safe for concurrent use.
 */
public final class FakeControlByWeb extends FakeServer {
    private final Cloud cloud = new Cloud(clock());
    private final Consumer<FakeControlByWeb> seed;

    private FakeControlByWeb(Consumer<FakeControlByWeb> seed) {
        super("/api");
        this.seed = seed;
        TokenEndpoint token = new TokenEndpoint(cloud);
        PasswordEndpoints passwords = new PasswordEndpoints(cloud);
        CertificateRequestEndpoints tokens = new CertificateRequestEndpoints(cloud);
        handle("POST", "/v1/auth/token", token::handle);
        handle("POST", "/v1/auth/logout", cloud.authorized(this::logout));
        handle("POST", "/v1/auth/reset-password", cloud.open(passwords::request));
        handle("POST", "/v1/auth/reset/password", cloud.open(passwords::reset));
        handle("GET", "/v1/accounts/{AccountId}/tokens", cloud.authorized(tokens::list));
        handle("POST", "/v1/accounts/{AccountId}/tokens/create", tokens.creation(false));
        handle("GET", "/v1/accounts/{AccountId}/tokens/create", tokens.creation(true));
        handle("DELETE", "/v1/accounts/{AccountId}/tokens/{Token}", cloud.authorized(tokens::delete));
        serveAccounts(new AccountEndpoints(cloud));
        serveDeviceAccess(new DeviceAccessEndpoints(cloud));
        seed.accept(this);
    }

    private void serveAccounts(AccountEndpoints accounts) {
        handle("GET", "/v1/accounts/{AccountId}", cloud.authorized(accounts::get));
        handle("GET", "/v1/accounts/{AccountId}/children", cloud.authorized(accounts::children));
        handle("GET", "/v1/accounts/{AccountId}/allChildren", cloud.authorized(accounts::allChildren));
        // The page spells it in two ways.
        handle("GET", "/v1/accounts/{AccountId}/decendants", cloud.authorized(accounts::tree));
        handle("GET", "/v1/accounts/{AccountId}/descendants", cloud.authorized(accounts::tree));
        handle("GET", "/v1/accounts/{AccountId}/users", cloud.authorized(accounts::users));
        handle("GET", "/v1/accounts/{AccountId}/users/{UserId}", cloud.authorized(accounts::user));
    }

    private void serveDeviceAccess(DeviceAccessEndpoints access) {
        String tokens = "/v1/accounts/{AccountId}/devices/{DeviceId}/DAT";
        handle("GET", tokens, cloud.authorized(access::list));
        handle("POST", tokens, cloud.authorized(access::create));
        handle("DELETE", tokens + "/{Token}", cloud.authorized(access::delete));
        alsoServe("/DAT");
        handle("GET", "/DAT/{Token}/state.json", access::state);
        handle("GET", "/DAT/{Token}/customState.json", access::state);
    }

    /** Starts a fake without users. */
    public static FakeControlByWeb start() {
        FakeControlByWeb fake = empty();
        fake.baseUrl();
        return fake;
    }

    /** A fake without users. It starts when first used. */
    public static FakeControlByWeb empty() {
        return new FakeControlByWeb(fake -> {});
    }

    /** A fake with one user, who has the profile of the documented sample. It starts when first used. */
    public static FakeControlByWeb withUser(String username, String password) {
        FakeUser user = FakeUser.builder(username, password).build();
        return new FakeControlByWeb(fake -> fake.addUser(user));
    }

    /**
     * A fake with the accounts, users, tokens and settings of a seed, whose form {@code docs/fakes.md} describes. It
     * starts when first used.
     *
     * @param json the text of a seed file
     * @throws IllegalArgumentException if something in it is wrong; the message names the place and holds no secret
     */
    public static FakeControlByWeb fromSeed(String json) {
        return new FakeControlByWeb(fake -> Seed.apply(json, fake));
    }

    /** How the fake behaves. */
    public ControlByWebSettings settings() {
        return cloud.settings;
    }

    /** The mails that the fake has sent. */
    public Mailbox mailbox() {
        return cloud.mailbox;
    }

    /**
     * Adds an account, or replaces the one with its number.
     *
     * @throws IllegalArgumentException if the account above does not exist
     */
    public FakeControlByWeb addAccount(FakeAccount account) {
        return change(() -> cloud.directory.add(account));
    }

    /**
     * Adds a user, or replaces the one with the same name; sessions go on.
     *
     * @throws IllegalArgumentException if the user's account does not exist
     */
    public FakeControlByWeb addUser(FakeUser user) {
        return change(() -> cloud.directory.add(user));
    }

    /** Removes a user, whose tokens are refused from now on. */
    public FakeControlByWeb removeUser(String username) {
        return change(() -> cloud.directory.remove(username));
    }

    /** Gives a user another password; sessions go on. */
    public FakeControlByWeb changePassword(String username, String password) {
        return change(() -> cloud.directory.add(
                cloud.directory.require(username).toBuilder().password(password).build()));
    }

    /** Gives a user other permissions. */
    public FakeControlByWeb changePermissions(String username, List<String> permissions) {
        return change(() -> cloud.directory.add(cloud.directory.require(username).toBuilder()
                .permissions(permissions)
                .build()));
    }

    /** Logs a user in without a request: tokens to start a test with. */
    public IssuedTokens logIn(String username) {
        return exclusively(() -> cloud.grants.issue(cloud.directory.require(username)));
    }

    /** Refuses all access tokens issued so far; refresh tokens stay good. */
    public FakeControlByWeb revokeAccessTokens() {
        return change(() -> cloud.grants.endAccess(grant -> true));
    }

    /** Refuses all access tokens of a user; the refresh tokens stay good. */
    public FakeControlByWeb revokeAccessTokens(String username) {
        return change(() -> cloud.grants.endAccess(grant -> grant.username.equals(username)));
    }

    /** Ends all sessions: access and refresh tokens are refused. */
    public FakeControlByWeb endSessions() {
        return change(() -> cloud.grants.end(grant -> true));
    }

    /** Ends all sessions of a user. */
    public FakeControlByWeb endSessions(String username) {
        return change(() -> cloud.grants.end(grant -> grant.username.equals(username)));
    }

    /** How many sessions a client could go on with now, by an access token or a refresh token that is alive. */
    public int liveSessions() {
        return exclusively(cloud.grants::liveSessions);
    }

    /** Whether a request with this access token would be let in now. */
    public boolean isAccessTokenAlive(String accessToken) {
        return exclusively(() -> cloud.grants.access(accessToken) != null);
    }

    /** Whether this refresh token would be exchanged now. */
    public boolean isRefreshTokenAlive(String refreshToken) {
        return exclusively(() -> cloud.grants.isRefreshAlive(refreshToken));
    }

    /**
     * The fingerprints of the refresh tokens that were presented more than once, in requests that were executed: a
     * refresh that a fault swallowed before the fake saw it may rightly be repeated. Empty after a well-behaved client.
     */
    public List<String> refreshTokensPresentedMoreThanOnce() {
        return exclusively(cloud.grants::presentedMoreThanOnce);
    }

    /** Makes a certificate request token without a request. */
    public CertificateRequestToken addCertificateRequestToken(long accountId) {
        return exclusively(() -> cloud.certificateRequests.create(accountId));
    }

    /** The certificate request tokens of an account that are alive. */
    public List<CertificateRequestToken> certificateRequestTokens(long accountId) {
        return exclusively(() -> cloud.certificateRequests.of(accountId));
    }

    /** Whether a device could join an account with this certificate request token now. */
    public boolean acceptsCertificateRequestToken(String token) {
        return exclusively(() -> cloud.certificateRequests.accepts(token));
    }

    /** Makes a device access token without a request. */
    public FakeDeviceAccessToken addDeviceAccessToken(long accountId, long deviceId, Duration validFor) {
        return exclusively(() -> cloud.deviceAccess.create(accountId, deviceId, validFor));
    }

    /** The device access tokens of a device that are alive. */
    public List<FakeDeviceAccessToken> deviceAccessTokens(long accountId, long deviceId) {
        return exclusively(() -> cloud.deviceAccess.of(accountId, deviceId));
    }

    /** Where a device's state is read and switched with a device access token: a secret is in it. */
    public String deviceAccessUrl(String token) {
        return url("/DAT/" + token + "/state.json");
    }

    /**
     * Adds an endpoint that wants a live access token, for the vendor's other endpoints that a test needs.
     *
     * @param path the path template below the base URL's, as in {@code /v1/devices/{id}}
     */
    public void handleAuthorized(String method, String path, FakeHandler handler) {
        handle(method, path, cloud.authorized((request, grant) -> handler.handle(request)));
    }

    /** Empties the mailbox too. */
    @Override
    public void clearTraces() {
        super.clearTraces();
        cloud.mailbox.clear();
    }

    @Override
    protected void forgetAttempts() {
        cloud.throttle.clear();
        cloud.resets.endPauses();
    }

    @Override
    protected void restoreState() {
        cloud.clear();
        seed.accept(this);
    }

    @Override
    protected FakeResponse notFound(FakeRequest request) {
        return FrameworkErrors.error(request, 404, "");
    }

    @Override
    protected FakeResponse methodNotAllowed(FakeRequest request, Set<String> allowed) {
        return FrameworkErrors.methodNotAllowed(request, String.join(", ", allowed))
                .response();
    }

    @Override
    protected FakeResponse dress(FakeResponse answer) {
        return answer.header("Cache-Control") == null ? answer.header("Cache-Control", "no-cache, private") : answer;
    }

    @Override
    protected @Nullable FakeResponse control(String action, FakeRequest request) {
        return new ControlByWebControl(this).handle(action, request);
    }

    Cloud cloud() {
        return cloud;
    }

    private FakeResponse logout(FakeRequest request, Grant grant) {
        cloud.grants.end(grant);
        return FakeResponse.json(200, Json.object("message", "success"));
    }

    private FakeControlByWeb change(Runnable change) {
        return exclusively(() -> {
            change.run();
            return this;
        });
    }
}
