package dev.latchkey.fake;

import dev.latchkey.fake.internal.Endpoint;
import dev.latchkey.fake.internal.Router;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What all fakes have in common: an HTTP server on the loopback address, a {@link #clock}, {@link #faults}, a
 * {@link #journal}, {@linkplain #hold holds}. It starts with the first call of {@link #baseUrl} and ends with
 * {@link #close}, or with the program: a fake that nobody has closed keeps no process alive. Safe for concurrent use.
 *
 * <p>A fake that several tests share is put back between them by {@link #clearTraces}: the journal, faults, holds, latencies
 * and the clock start afresh, lockouts end, while users, tokens and settings stay, as on a server. {@link #reset} takes back
 * those too. In JUnit the module {@code latchkey-fake-junit} closes fakes and clears their traces.
 *
 * <p>The order in which things happen to a request: it is put in the journal, {@linkplain #hold held}, kept for the
 * {@linkplain #latency latency}, meets its {@link Fault}, is executed, {@linkplain #holdAnswers held again}, answered.
 */
public abstract class FakeServer implements AutoCloseable {
    private final String basePath;
    private final Handlers handlers;
    private final FakeClock clock = new FakeClock();
    private final Faults faults;
    private final Journal journal;
    private final Holds holds = new Holds();
    private final Holds answerHolds = new Holds();
    private final Map<Endpoint, Duration> latencies = new ConcurrentHashMap<>();
    private final Lifetime lifetime = new Lifetime(List.of(holds, answerHolds));
    private volatile @Nullable ControlEndpoints control;

    /**
     * A fake whose endpoints lie below this path.
     *
     * @param basePath as in {@code /api}; empty for none
     */
    protected FakeServer(String basePath) {
        this.basePath = basePath;
        handlers = new Handlers(basePath);
        faults = new Faults(handlers.router());
        journal = new Journal(handlers.router());
    }

    /** Where the fake listens, without a slash at the end: {@code http://127.0.0.1:41234/api}. Starts it if need be. */
    public final String baseUrl() {
        return url(basePath);
    }

    /** The port that the fake listens on. Starts it if need be. */
    public final int port() {
        return lifetime.port(this);
    }

    /** Listens on this port when it starts; on any free one if it is 0, the first value. */
    public final void listenOn(int port) {
        lifetime.transport().port = port;
    }

    /**
     * Serves https, with a {@link #certificate} of its own for {@code localhost} and {@code 127.0.0.1}, and offers HTTP/2
     * as well as HTTP/1.1, as servers do. Without this call the fake serves http, and HTTP/1.1 only.
     *
     * @throws IllegalStateException if the fake has started
     */
    public final void https() {
        lifetime.transportBeforeStart("https()").https = true;
    }

    /**
     * Offers HTTP/1.1 only over https.
     *
     * @throws IllegalStateException if the fake has started
     */
    public final void withoutHttp2() {
        lifetime.transportBeforeStart("withoutHttp2()").http2 = false;
    }

    /** The certificate that the fake shows over {@link #https}, for the client to trust. It stays the same. */
    public final X509Certificate certificate() {
        return lifetime.transport().certificate().certificate();
    }

    /** The same in PEM, as curl and Node take it. */
    public final String certificatePem() {
        return lifetime.transport().certificate().pem();
    }

    /**
     * How many connections clients hold open now, idle ones included. One whose client has gone counts until the requests
     * that came on it have been dealt with.
     */
    public final int openConnections() {
        return lifetime.openConnections();
    }

    /** How many connections clients have opened since the fake was made. One that is used again counts once. */
    public final int acceptedConnections() {
        return lifetime.acceptedConnections();
    }

    /**
     * Closes each connection that has had a request and waits for the next, without a word, as servers do now and then.
     * When this returns, the ends are on their way to the clients. A request that arrives at that moment is lost unread.
     *
     * @return how many it closed
     * @throws InterruptedException if the thread is interrupted while an answer is being sent
     */
    public final int closeIdleConnections() throws InterruptedException {
        return lifetime.closeIdleConnections();
    }

    /**
     * Closes connections that wait this long, real time, for their next request: Node and Apache do so after 5 s, nginx
     * after 75 s. Zero, the first value, is never. May be changed at any time.
     */
    public final void closeIdleConnectionsAfter(Duration idle) {
        lifetime.closeIdleConnectionsAfter(idle);
    }

    /** The time at the fake. */
    public final FakeClock clock() {
        return clock;
    }

    /** What is to go wrong. */
    public final Faults faults() {
        return faults;
    }

    /** The requests that came. */
    public final Journal journal() {
        return journal;
    }

    /**
     * Holds the requests to an endpoint before they meet their fault and are executed.
     *
     * @param path the path template, as in {@code /v1/accounts/{AccountId}/tokens}
     * @throws IllegalArgumentException if the fake has no such endpoint
     */
    public final Hold hold(String method, String path) {
        return holds.add(handlers.router().require(method, path));
    }

    /**
     * Holds the answers of an endpoint: the requests have been executed, the client does not know yet.
     *
     * @throws IllegalArgumentException if the fake has no such endpoint
     */
    public final Hold holdAnswers(String method, String path) {
        return answerHolds.add(handlers.router().require(method, path));
    }

    /**
     * Makes an endpoint take this long, real time, before a request is executed; zero ends it.
     *
     * @throws IllegalArgumentException if the fake has no such endpoint
     */
    public final void latency(String method, String path, Duration latency) {
        latencies.put(handlers.router().require(method, path), latency);
    }

    /**
     * Adds an endpoint to the fake, or replaces one: for the vendor's endpoints that a test needs beyond those of the
     * fake. Its requests are journaled, held and hit by faults as all others.
     *
     * @param path the path template below the base URL's, as in {@code /v1/devices/{id}}
     */
    public final void handle(String method, String path, FakeHandler handler) {
        handlers.router().add(method, path, handler);
    }

    /** The URL of a path beside the base URL's, as in {@code /login}. Starts the fake if need be. */
    protected final String url(String path) {
        return lifetime.transport().scheme() + "://127.0.0.1:" + lifetime.port(this) + path;
    }

    /** Takes a path with a slash behind it for the path without. */
    protected final void ignoreTrailingSlash() {
        handlers.ignoreTrailingSlash();
    }

    /**
     * Also serves what lies below a path beside the base URL's: to {@link #handle} and all else, such an endpoint's template is
     * its whole path, as in {@code /api/rest/device/{id}}.
     */
    protected final void alsoServe(String path) {
        handlers.alsoServe(path);
    }

    /**
     * Serves {@code /__fake/…}, by which tests in other languages move the clock, ask for faults and read the journal.
     * The standalone program does so; in a JVM the methods of this class serve better. Requests of web pages of another
     * origin are refused, as are those that name the fake otherwise than by {@code localhost} or a loopback address.
     *
     * @param hosts further names by which tests reach the fake, as that of a service in a compose file
     */
    public final void serveControlEndpoints(String... hosts) {
        control = new ControlEndpoints(this, new ControlGuard(Set.of(hosts)));
    }

    /**
     * Empties the journal, ends faults, holds, latencies and lockouts, forgets failed attempts, and makes it the real time
     * again, in which each one-time password is good once more.
     */
    public void clearTraces() {
        holds.releaseAll();
        answerHolds.releaseAll();
        latencies.clear();
        faults.clear();
        journal.clear();
        clock.reset();
        exclusively(() -> {
            forgetAttempts();
            return true;
        });
    }

    /** Puts everything back to how the fake was made: {@link #clearTraces}, and users, tokens and settings too. */
    public final void reset() {
        clearTraces();
        closeIdleConnectionsAfter(Duration.ZERO);
        exclusively(() -> {
            restoreState();
            return true;
        });
    }

    /** Ends the fake: held and delayed requests are let go, connections closed. It starts anew when used again. */
    @Override
    public final void close() {
        lifetime.close();
    }

    /** The kind of fake, and its port if it listens. */
    @Override
    public final String toString() {
        return getClass().getSimpleName() + lifetime;
    }

    /** Makes the state what it was at first. Called with no request being executed. */
    protected abstract void restoreState();

    /**
     * Ends lockouts and pauses, and forgets used one-time passwords, wrong ones and counted requests. Called with no request
     * being executed, after the clock was put back.
     */
    protected void forgetAttempts() {}

    /** The answer to a path that does not exist. */
    protected abstract FakeResponse notFound(FakeRequest request);

    /** The answer to a method that the path does not have. The {@code Allow} header is added. */
    protected abstract FakeResponse methodNotAllowed(FakeRequest request, Set<String> allowed);

    /** Reads or changes the state while no request is executed. */
    protected final <T extends @Nullable Object> T exclusively(Supplier<T> action) {
        return handlers.exclusively(action);
    }

    /** Adds to an answer what all of this server's answers have. */
    protected FakeResponse dress(FakeResponse answer) {
        return answer;
    }

    /**
     * Answers a control request that this fake has beyond the common ones, or returns null.
     *
     * @param action the path below {@code /__fake/}
     */
    protected @Nullable FakeResponse control(String action, FakeRequest request) {
        return null;
    }

    /** Null if the request is not one for them. */
    @Nullable
    ControlEndpoints controlOf(FakeRequest request) {
        return request.rawPath().startsWith(ControlEndpoints.PATH) ? control : null;
    }

    Holds holds() {
        return holds;
    }

    Holds answerHolds() {
        return answerHolds;
    }

    Duration latency(@Nullable Endpoint endpoint) {
        return endpoint == null ? Duration.ZERO : latencies.getOrDefault(endpoint, Duration.ZERO);
    }

    Router.@Nullable Match<FakeHandler> match(FakeRequest request) {
        return handlers.find(request);
    }

    FakeResponse execute(FakeRequest request, Router.@Nullable Match<FakeHandler> match) {
        return dress(match == null ? refuse(request) : handlers.run(request, match));
    }

    private FakeResponse refuse(FakeRequest request) {
        Set<String> allowed = handlers.methods(request);
        return allowed.isEmpty()
                ? notFound(request)
                : methodNotAllowed(request, allowed).header("Allow", String.join(", ", allowed));
    }
}
