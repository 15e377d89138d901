package dev.latchkey.core.http;

import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.Operation;
import dev.latchkey.core.auth.Credentials;
import dev.latchkey.core.auth.Session;
import dev.latchkey.core.auth.SessionState;
import dev.latchkey.core.internal.session.SessionEngine;
import dev.latchkey.core.vendor.AuthScheme;
import dev.latchkey.core.vendor.TokenGrant;
import dev.latchkey.core.vendor.TokenService;
import dev.latchkey.core.vendor.Vendor;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP side of one client: describes requests, and carries them with the session's token, its renewal, retries and
 * limits. Vendor modules build their operations on it.
 *
 * <pre>{@code
 * public ApiCall<User> get(String id) {
 *     return http.get("/users/{id}", id).returning(User.JSON);
 * }
 * }</pre>
 *
 * <p>A template's parameters are filled in order, each encoded as one segment; errors and logs show the template, never the
 * values. Safe for use by many threads. Holds no thread while idle.
 */
public final class HttpApi implements AutoCloseable {
    private final HttpUrl base;
    private final String basePath;
    private final AuthScheme scheme;
    private final long timeoutNanos;
    private final Lifecycle lifecycle;
    private final Pipeline pipeline;
    private final Transport transport;
    private final SessionEngine engine;
    private final ClientSession session;
    private final ClientTimer timer;
    private final TokenLimit tokenLimit;
    private final OriginGuard guard;
    private final UserClients userClients;
    private final boolean allowInsecure;

    HttpApi(Vendor vendor, Function<HttpApi, TokenService> tokens, ClientSettings settings) {
        this.lifecycle = new Lifecycle();
        this.base = settings.base();
        this.basePath = pathOf(base);
        this.scheme = vendor.scheme();
        this.timeoutNanos = settings.timeoutNanos();
        this.allowInsecure = settings.allowInsecure();
        this.guard = new OriginGuard(
                Origin.of(base),
                allowInsecure,
                wire(settings),
                new WireLimit(settings.maxBodyBytes(), settings.okHttpClient() == null));
        TokenSender sender = new TokenSender(scheme);
        this.pipeline = new Pipeline(
                vendor.name(),
                settings,
                lifecycle,
                new RetryInterceptor(
                        settings.retries(), lifecycle, new BodyBuffer(settings.maxBodyBytes()), settings.time()),
                new AuthorizationInterceptor(sender),
                guard);
        this.timer = new ClientTimer(vendor.name(), settings.time(), pipeline.threads());
        this.tokenLimit = new TokenLimit(settings.tokenTimeoutNanos());
        this.transport = new Transport(
                pipeline,
                tokenLimit,
                new AnswerErrors(vendor.errors(), settings.time()),
                List.copyOf(scheme.headerNames()));
        this.engine = new SessionEngine(
                settings.session(vendor.name(), baseUrl(), scheme),
                new LimitedTokenService(tokens.apply(this), tokenLimit));
        sender.use(engine);
        settings.listeners().forEach(engine::addListener);
        this.userClients = new UserClients(sender, base, allowInsecure, scheme);
        this.session = new ClientSession(engine, userClients, pipeline.threads());
    }

    private HttpApi(HttpApi first, HttpUrl base) {
        this.base = base;
        this.basePath = pathOf(base);
        this.scheme = first.scheme;
        this.timeoutNanos = first.timeoutNanos;
        this.lifecycle = first.lifecycle;
        this.pipeline = first.pipeline;
        this.transport = first.transport;
        this.engine = first.engine;
        this.session = first.session;
        this.timer = first.timer;
        this.tokenLimit = first.tokenLimit;
        this.guard = first.guard;
        this.userClients = first.userClients;
        this.allowInsecure = first.allowInsecure;
    }

    private static String pathOf(HttpUrl base) {
        return base.encodedPath().equals("/") ? "" : base.encodedPath();
    }

    /**
     * The same client with another base URL, for a vendor who serves a part of the API elsewhere: the same session, limits and
     * lifetime. The token, and what else every request carries, may travel to that origin from now on, and so may it by clients
     * that the session authorises. To be called before the client is handed out.
     *
     * @param name what to call the URL in an error text, as in {@code The API URL}
     * @param url what the paths of that part have in common, checked as the client's own base URL is
     * @return requests below it; closing either closes both
     * @throws InvalidInputException if the URL cannot be a base URL, or is plain http without opt-in
     */
    public HttpApi below(String name, String url) {
        HttpUrl other = BaseUrl.parse(name, url, allowInsecure);
        if (!Origin.of(base).holds(other)) {
            guard.alsoAllow(Origin.of(other));
            userClients.alsoAuthorize(url);
        }
        return new HttpApi(this, other);
    }

    private static Wire wire(ClientSettings settings) {
        boolean ownConnections = settings.okHttpClient() == null;
        boolean repeats = settings.retries().maxAttempts() > 1;
        return new Wire(new KeptConnections(settings.time(), ownConnections), repeats);
    }

    /**
     * Describes a GET request.
     *
     * @param template the path below the base URL, with parameters such as {@code {id}}
     * @param pathArguments their values, in order
     * @return the endpoint
     * @throws InvalidInputException if a value is null, blank, {@code .} or {@code ..}, or their number is wrong
     */
    public Endpoint get(String template, Object... pathArguments) {
        return endpoint("GET", template, pathArguments);
    }

    /**
     * Describes a POST request. Without a body given it has one of zero bytes.
     *
     * @param template the path below the base URL, with parameters such as {@code {id}}
     * @param pathArguments their values, in order
     * @return the endpoint
     * @throws InvalidInputException as {@link #get}
     */
    public Endpoint post(String template, Object... pathArguments) {
        return endpoint("POST", template, pathArguments);
    }

    /**
     * Describes a PUT request. Without a body given it has one of zero bytes.
     *
     * @param template the path below the base URL, with parameters such as {@code {id}}
     * @param pathArguments their values, in order
     * @return the endpoint
     * @throws InvalidInputException as {@link #get}
     */
    public Endpoint put(String template, Object... pathArguments) {
        return endpoint("PUT", template, pathArguments);
    }

    /**
     * Describes a DELETE request.
     *
     * @param template the path below the base URL, with parameters such as {@code {id}}
     * @param pathArguments their values, in order
     * @return the endpoint
     * @throws InvalidInputException as {@link #get}
     */
    public Endpoint delete(String template, Object... pathArguments) {
        return endpoint("DELETE", template, pathArguments);
    }

    /**
     * Describes a request of any method: the way to an endpoint that has no typed method yet. Give values as parameters, not
     * within the template, which errors and logs show. Values of six characters or more are masked in what errors quote.
     *
     * @param method in capitals, for instance {@code PATCH}
     * @param template the path below the base URL, with parameters such as {@code {id}}
     * @param pathArguments their values, in order
     * @return the endpoint
     * @throws InvalidInputException if the method is not in capitals, and as {@link #get}
     */
    public Endpoint request(String method, String template, Object... pathArguments) {
        boolean valid = !method.isEmpty() && method.chars().allMatch(c -> c >= 'A' && c <= 'Z');
        if (!valid || method.equals("CONNECT") || method.equals("TRACE")) {
            throw new InvalidInputException("The method must be in capitals, such as GET or PATCH.");
        }
        HttpUrl.Builder url = url(template, pathArguments);
        EndpointDraft draft = new EndpointDraft(scheme, method, template, timeoutNanos);
        draft.ofTheUser(pathArguments);
        return new Endpoint(transport, url, draft);
    }

    private Endpoint endpoint(String method, String template, Object... pathArguments) {
        HttpUrl.Builder url = url(template, pathArguments);
        return new Endpoint(transport, url, new EndpointDraft(scheme, method, template, timeoutNanos));
    }

    private HttpUrl.Builder url(String template, Object... pathArguments) {
        return base.newBuilder().encodedPath(basePath + PathTemplate.fill(template, pathArguments));
    }

    /**
     * The session of this client.
     *
     * @return always the same one
     */
    public Session session() {
        return session;
    }

    /**
     * Logs the session in with tokens that a login of several steps has brought, such as one that asks a person for a
     * one-time password in between. What is underway ends first; then it is a login like that of {@link Session#login()}.
     *
     * @param credentials whose tokens they are; later renewals use them
     * @param granted the tokens
     * @return an operation that ends with the tokens in use
     * @throws InvalidInputException if the client serves another identity, or sends a token of the user's
     */
    public Operation<SessionState> login(Credentials credentials, TokenGrant granted) {
        return login(credentials, () -> granted);
    }

    /**
     * Logs the session in by steps of the vendor's own, such as the second step of a login. They run as its login: what is
     * underway ends first, whoever needs a token meanwhile waits for them, and if they fail, nothing has changed.
     *
     * @param credentials whose tokens the steps bring; later renewals use them
     * @param steps run on a thread of the session, once for each execution; they may block, and throw what a login throws
     * @return an operation that ends with the tokens in use, or fails as a login does
     * @throws InvalidInputException if the client serves another identity, or sends a token of the user's
     */
    public Operation<SessionState> login(Credentials credentials, Supplier<TokenGrant> steps) {
        engine.actions().requireIdentity(credentials);
        return new EngineOperation<>(
                "login", pipeline.threads(), () -> engine.actions().login(credentials, () -> tokenLimit.within(steps)));
    }

    /**
     * Tells the session that the password of its user is another one now, while its tokens go on: later logins use it until a
     * logout, as after {@link Session#login(Credentials)}, but nothing is sent. A session that has no credentials gets none, and one of another
     * user is left alone.
     *
     * @param credentials those that are good from now on
     */
    public void passwordChanged(Credentials credentials) {
        engine.passwordChanged(credentials);
    }

    /**
     * Waits of this client between calls.
     *
     * @return always the same one
     */
    public ClientTimer timer() {
        return timer;
    }

    /**
     * What the last login told beside the tokens.
     *
     * @return the vendor's JSON, or null if there is no session or it told nothing
     */
    public @Nullable String profile() {
        return engine.view().profile();
    }

    /**
     * Whether a refresh token is the session's own, which nobody but the session may spend.
     *
     * @param token to be compared
     * @return true if so
     */
    public boolean isOwnRefreshToken(String token) {
        return engine.view().holdsRefreshToken(token);
    }

    /**
     * Whether an access token is the session's own.
     *
     * @param token to be compared
     * @return true if so
     */
    public boolean isOwnAccessToken(String token) {
        return engine.view().holdsAccessToken(token);
    }

    /**
     * Where the API is.
     *
     * @return the base URL without a slash at its end
     */
    public String baseUrl() {
        String text = base.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    int connections() {
        return pipeline.connections();
    }

    /**
     * Ends the client: calls in flight fail with {@link dev.latchkey.core.ClientClosedException}, as does every later one, a
     * renewal in flight saves its tokens first (for a few seconds at most), and the client's threads end. A connection pool
     * that came with the user's {@code OkHttpClient} is left alone.
     */
    @Override
    public void close() {
        if (lifecycle.beginClosing()) {
            timer.close();
            pipeline.cancelSessionCalls();
            engine.close();
            lifecycle.closed();
            pipeline.close();
        }
    }
}
