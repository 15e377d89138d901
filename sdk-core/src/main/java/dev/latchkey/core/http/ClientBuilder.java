package dev.latchkey.core.http;

import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.TimeSource;
import dev.latchkey.core.auth.Credentials;
import dev.latchkey.core.auth.OneTimePassword;
import dev.latchkey.core.auth.SessionListener;
import dev.latchkey.core.auth.TokenStore;
import dev.latchkey.core.auth.Tokens;
import dev.latchkey.core.internal.session.SessionStart;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import okhttp3.OkHttpClient;

/**
 * The options that every client has. Everything is checked while the client is built, and nothing is sent by then.
 *
 * <p>For one thread.
 *
 * @param <B> the vendor's builder
 */
public abstract class ClientBuilder<B extends ClientBuilder<B>> {
    private final Vendor vendor;
    private final ClientOptions options = new ClientOptions();

    /**
     * A builder with defaults.
     *
     * @param vendor whose client it builds
     */
    protected ClientBuilder(Vendor vendor) {
        this.vendor = vendor;
    }

    /**
     * This builder, as the vendor's type.
     *
     * @return this
     */
    protected abstract B self();

    /**
     * Sets where the API is.
     *
     * @param url https, or http to this machine; what all paths of the API have in common, without query or fragment
     * @return this builder
     */
    public B baseUrl(String url) {
        options.baseUrl = url;
        return self();
    }

    /**
     * Sets who logs in, by itself and when it is first needed.
     *
     * @param user the name that the vendor's login takes
     * @param password its password
     * @return this builder
     * @throws InvalidInputException if one of them is blank
     */
    public B credentials(String user, String password) {
        Credentials given = new Credentials(user, password);
        options.credentials = () -> given;
        options.username = user;
        return self();
    }

    /**
     * Sets where to ask for credentials at each login, for passwords that change. Asked on a thread of the session, and
     * interrupted if it takes longer than the client's timeout (but 5 to 30 s); the call then fails, and a later one asks again.
     * What it throws is the cause of the call's failure.
     *
     * @param supplier always of the same user
     * @return this builder
     */
    public B credentials(Supplier<Credentials> supplier) {
        options.credentials = Objects.requireNonNull(supplier);
        options.username = null;
        return self();
    }

    /**
     * Names the session in a token store. Needed where a store is set and the user name is not: without credentials, or with
     * a supplier of them.
     *
     * @param name for instance the user name
     * @return this builder
     */
    public B identity(String name) {
        options.identity = name;
        return self();
    }

    /**
     * Sets whether the session tries credentials again that the server refused: after an hour, then after two, four and so on up
     * to a day, once for all clients that share the token store. The default is true, so that a service recovers by itself
     * once its account is unlocked or its password restored. {@code session().login()} and other credentials are sent at once in
     * any case.
     *
     * @param probe false to wait for one of these
     * @return this builder
     */
    public B probeRefusedCredentials(boolean probe) {
        options.probesRefusedCredentials = probe;
        return self();
    }

    /**
     * Sets what answers a login that asks for a one-time password: {@link OneTimePassword#totp} computes it, anything else is
     * your hook. Instances that share an authenticator need a shared {@link #tokenStore}.
     *
     * @param source gives the code
     * @return this builder
     */
    public B oneTimePassword(OneTimePassword source) {
        options.oneTimePassword = source;
        return self();
    }

    /**
     * Sets how long that hook may take; then it is interrupted. The default is a minute.
     *
     * @param limit more than zero
     * @return this builder
     */
    public B oneTimePasswordTimeout(Duration limit) {
        options.oneTimePasswordTimeout = limit;
        return self();
    }

    /**
     * Sets where the session is kept. The default is this client's memory.
     *
     * @param tokenStore shared by the clients that share a session
     * @return this builder
     */
    public B tokenStore(TokenStore tokenStore) {
        options.store = tokenStore;
        return self();
    }

    /**
     * Adds a listener of the session.
     *
     * @param listener is told what happens to the session
     * @return this builder
     */
    public B listener(SessionListener listener) {
        options.listeners.add(Objects.requireNonNull(listener));
        return self();
    }

    /**
     * Sets a header that every request carries: calls, logins, renewals, logouts and resets of passwords. For what a gateway
     * in front of the API wants, such as a subscription key.
     *
     * <p>Its value is treated like a token: it goes to the API's own origin only, shows in no error text, and a client that
     * {@link dev.latchkey.core.auth.Session#authorize} was given does not get it. A header of the same name that a call sets,
     * or an interceptor of yours, wins.
     *
     * @param name not one that carries the session's token, nor one that is set by each operation or the transport
     * @param value visible ASCII; checked when the client is built
     * @return this builder
     */
    public B header(String name, String value) {
        options.header(ClientHeader.fixed(name, Objects.requireNonNull(value)));
        return self();
    }

    /**
     * As {@link #header(String, String)}, for a value that changes. The supplier is asked once in each execution of a call and
     * each request of the session's, on a thread of the client's, for as long as the call has time; it is interrupted then. A
     * call whose supplier fails is not sent. It must not call this client.
     *
     * @param name as there
     * @param value gives visible ASCII; called by several threads at once
     * @return this builder
     */
    public B header(String name, Supplier<String> value) {
        options.header(ClientHeader.supplied(name, Objects.requireNonNull(value)));
        return self();
    }

    /**
     * Names your application in the {@code User-Agent}, before the SDK: {@code portal/1.2 latchkey/0.1.0}. Without this the
     * SDK alone is named. A {@code User-Agent} that a call sets, or {@link #header(String, String)}, replaces it.
     *
     * @param product a word, and behind a slash a version if you like; checked when the client is built
     * @return this builder
     */
    public B applicationName(String product) {
        options.applicationName = Objects.requireNonNull(product);
        return self();
    }

    /**
     * Sets a client to build on: its connection pool, proxy, TLS, DNS, event listeners and interceptors are used, but not its
     * cache, cookies, authenticator, redirects or dispatcher. One such client may serve a thousand clients of this SDK. Its pool
     * of five idle connections is OkHttp's default: more threads than that want a larger one. Without this call the client has
     * a pool of its own that keeps as many connections as calls may run at once, for 50 s, and pings HTTP/2 connections every
     * 30 s (not on Android).
     *
     * <p>Its application interceptors see each attempt of a call before the token and the builder's headers are added, and once
     * where a refused token is replaced. Its network interceptors see what is sent, tokens included: one that logs headers has
     * to be told with {@code HttpLoggingInterceptor.redactHeader}, {@code "Authorization"} for most vendors, {@code
     * "X-Access-Token"} and {@code "X-Key"} for Webitel. Neither sees requests that deal in secrets, such as logins and
     * renewals, unless {@link #trustInterceptors} says so. What another client's session has added with {@code authorize(…)} is
     * left out.
     *
     * <p>A URL may hold a secret. Metrics and traces get the template of its path from the request's tag {@link
     * dev.latchkey.core.RequestTemplate}.
     *
     * <p>Its read and write timeouts are not used: nobody can tell OkHttp's default of 10 s from a wish, and {@link #timeout}
     * limits every call. Its connect timeout is used, for TCP, TLS handshake and the CONNECT of a proxy together; zero means
     * that only {@link #timeout} limits them.
     *
     * @param client is not changed, and not closed with this client
     * @return this builder
     */
    public B okHttpClient(OkHttpClient client) {
        options.okHttpClient = client;
        return self();
    }

    /**
     * Lets the interceptors of the given {@code OkHttpClient} see everything: requests with their tokens and the builder's
     * headers, and those that deal in secrets, with passwords in their bodies. For interceptors that sign requests. They see
     * each request that is sent then, the ones that replace a refused token too. None of them may log.
     *
     * @return this builder
     */
    public B trustInterceptors() {
        options.trustsInterceptors = true;
        return self();
    }

    /**
     * Limits a whole call: queueing, name resolution, renewal, all attempts and pauses, reading. The default is the call
     * timeout of the given {@code OkHttpClient} if it has one, else a minute. Apart from it there is only the connect timeout:
     * an answer may take as long as the call may.
     *
     * @param limit more than zero
     * @return this builder
     */
    public B timeout(Duration limit) {
        options.timeout = limit;
        return self();
    }

    /**
     * Limits each request by which the session logs in, renews its token or logs out. A caller whose own timeout is shorter gets
     * its {@link dev.latchkey.core.CallTimeoutException} in time, while the request goes on: a refresh token that was sent is
     * spent, and without the answer the session would be lost. The default is a minute, and it is never less than
     * {@link #timeout}.
     *
     * @param limit more than zero
     * @return this builder
     */
    public B tokenTimeout(Duration limit) {
        options.tokenTimeout = limit;
        return self();
    }

    /**
     * Limits how long a call without a usable token waits for the next tries after a login or renewal has failed. Meanwhile the
     * session tries again about once a second, so that a call survives a short outage of the token endpoint. The call's own
     * {@link #timeout} counts as well. Nobody waits for what waiting does not mend, such as refused credentials, or where the
     * server asks for a longer pause. The default is 5 s.
     *
     * @param limit zero to fail at once
     * @return this builder
     */
    public B waitForToken(Duration limit) {
        options.tokenWait = Objects.requireNonNull(limit);
        return self();
    }

    /**
     * Sets how failures are repeated.
     *
     * @param policy the default is {@link RetryPolicy#defaults()}
     * @return this builder
     */
    public B retries(RetryPolicy policy) {
        options.retries = Objects.requireNonNull(policy);
        return self();
    }

    /**
     * Lets tokens and passwords travel over plain http to other machines, in clear text. Only for networks of one's own.
     *
     * @return this builder
     */
    public B allowInsecureHttp() {
        options.allowInsecure = true;
        return self();
    }

    /**
     * Limits the size of an answer, counted after decompression. The default is 16 MiB. A success that is larger ends with
     * {@link dev.latchkey.core.MalformedResponseException}. Of an error the first 256 KiB are read at most, and its status is
     * told in any case. What an answer is packed in may be as long again. A list or map that is read from JSON has a limit of
     * its own, which cannot be changed: 500,000 elements in an answer of more than 256 KiB.
     *
     * @param bytes at least 1
     * @return this builder
     */
    public B maxBodyBytes(long bytes) {
        options.maxBodyBytes = bytes;
        return self();
    }

    /**
     * Sets the clocks, for tests: {@code TimeSource.following(fake.clock()::instant)} lets the session see how a fake's clock
     * moves, and renew before its token expires there.
     *
     * @param source the default is {@link TimeSource#system()}
     * @return this builder
     */
    public B timeSource(TimeSource source) {
        options.time = Objects.requireNonNull(source);
        return self();
    }

    /**
     * Lets the session start from a refresh token that the user has already, where its store holds no session. It is tried
     * before the credentials, and never again once the server has rejected it.
     *
     * @param refreshToken visible ASCII
     * @throws InvalidInputException if it is blank or cannot be sent
     */
    protected final void startFrom(String refreshToken) {
        options.start = SessionStart.from(GivenTokens.required("refresh token", refreshToken));
    }

    /**
     * Lets the session consist of tokens that no login issued: they are sent as they are and never renewed, and a refusal is
     * the answer of the call. Such a session refuses {@code login}, {@code renew} and {@code logout}.
     *
     * @param tokens visible ASCII
     * @param advice a sentence on how such tokens are had and ended, the end of that refusal
     * @throws InvalidInputException if the access token is blank or cannot be sent
     */
    protected final void fixedTokens(Tokens tokens, String advice) {
        GivenTokens.required("token", tokens.accessToken());
        options.start = SessionStart.fixed(tokens, advice);
    }

    /**
     * Checks everything and makes the HTTP side of a client.
     *
     * @return what the vendor's client is built on
     * @throws InvalidInputException if an option is missing or wrong; the message says which and what to do
     * @throws IllegalStateException if an older OkHttp or Okio than the SDK needs comes first on the class path
     */
    protected final HttpApi open() {
        Libraries.check();
        return new HttpApi(vendor, options.checked(vendor));
    }
}
