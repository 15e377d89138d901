package dev.latchkey.core.auth;

import dev.latchkey.core.Operation;
import java.time.Instant;
import java.util.Optional;
import okhttp3.OkHttpClient;

/**
 * The session of one client: the one place that changes who is logged in. It logs in by itself on the first call if the
 * client holds credentials, renews the token before it expires, and ends with {@link #logout()}.
 *
 * <p>Safe for use by many threads. Not meant to be implemented outside the SDK, so that it can grow.
 */
public interface Session {

    /**
     * Logs in with the client's credentials, also after a logout.
     *
     * @return an operation that fails with {@link dev.latchkey.core.SessionExpiredException} if the server refuses them
     */
    Operation<SessionState> login();

    /**
     * Logs in with the given credentials, also after a logout. They replace the client's own for later renewals, until
     * a logout. It does not wait for a slow renewal, whose tokens are dropped once this login has succeeded.
     *
     * @param credentials of the identity that this client serves
     * @return an operation that fails with {@link dev.latchkey.core.SessionExpiredException} if the server refuses them
     */
    Operation<SessionState> login(Credentials credentials);

    /**
     * Sees to it that there is a usable token, as the first call would: the one at hand, else the one that the store has, else by
     * renewal or login. A good way to start a client: unlike {@link #login()} it sends no password without need, so that restarts
     * of an application do not lock its account. A short outage is waited out, see the builder's {@code waitForToken}.
     *
     * @return an operation that fails as a call fails that gets no token
     */
    Operation<SessionState> ensure();

    /**
     * Takes up what the token store has, without the network: for an application that has to choose its first screen.
     * {@link SessionState#ACTIVE} and {@link SessionState#RENEWAL_DUE} mean that there is a session, {@link SessionState#NEW} that
     * there is none.
     *
     * @return an operation that fails with {@link dev.latchkey.core.RenewalFailedException} if the store cannot be read
     */
    Operation<SessionState> restore();

    /**
     * Renews the token now, or joins the renewal in flight. Always asks the server, whatever pause there is after failures.
     *
     * @return an operation that fails as a call fails whose token cannot be renewed
     */
    Operation<SessionState> renew();

    /**
     * Ends the session here in any case, and at the server where it can. Calls that wait for a token fail at once; stored
     * credentials do not log in again by themselves, in this client and in all that share its token store. A later login by any of
     * them brings all of them back. Tokens, and credentials that {@link #login(Credentials)} was given, are forgotten; those of the
     * client's builder are not. Answered after five seconds at most.
     *
     * @return an operation that says how far the logout reached; it does not fail for the server's sake
     */
    Operation<LogoutResult> logout();

    /**
     * The state at this moment. Does no I/O. Never {@link SessionState#ACTIVE} once the token has ended, or while
     * the server refuses it.
     *
     * @return the state
     */
    SessionState state();

    /**
     * All that is known of the session at this moment, for health checks. Does no I/O.
     *
     * @return one immutable value without secrets
     */
    SessionStatus status();

    /**
     * When the access token ends, by this machine's wall clock.
     *
     * @return the instant, or empty without a token or where its lifetime is not known
     */
    Optional<Instant> expiresAt();

    /**
     * Adds this session's token, its renewal and its origin guard to a client of the user's own; nothing else (no retry).
     * Only requests to the client's origin, and to those of {@link #alsoAuthorize}, carry the token. Headers that the
     * user set stay. A one-shot body is not sent twice: such a call gets its 401 while the renewal starts.
     *
     * <p>For requests that it authorises, two things are switched off: the client's cache, since it knows no users and would show
     * one what another has read, and its authenticator, which would answer a refused token with credentials of its own. Other
     * requests of the client keep both. Its cookie jar stays, and is shared by all that is derived from the client: where a server
     * knows its users by cookies too, give each session a client with a jar of its own.
     *
     * <p>Several sessions may authorise one client, or clients derived from each other. Of those whose origins include a
     * request's, the one that was asked last authorises it. A token goes only where its own session allows: not on a redirect to
     * another origin, nor on from there, even back.
     *
     * <p>Interceptors that are added to the builder after this call see the token; add those that must not before it.
     *
     * @param builder of the user's client
     * @return the same builder
     */
    OkHttpClient.Builder authorize(OkHttpClient.Builder builder);

    /**
     * Lets clients made with {@link #authorize} carry the token to a further origin as well.
     *
     * @param url an http or https URL; its scheme, host and port count
     * @throws dev.latchkey.core.InvalidInputException if the URL is no such URL, or is plain http without opt-in
     */
    void alsoAuthorize(String url);

    /**
     * Adds a listener.
     *
     * @param listener is called on the session's threads, one event at a time
     */
    void addListener(SessionListener listener);

    /**
     * Removes a listener.
     *
     * @param listener one that was added
     */
    void removeListener(SessionListener listener);
}
