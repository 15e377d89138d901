package dev.latchkey.core.internal.session;

import dev.latchkey.core.ApiException;
import dev.latchkey.core.ApiIOException;
import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.auth.Credentials;
import dev.latchkey.core.auth.LogoutResult;
import dev.latchkey.core.auth.SessionListener;
import dev.latchkey.core.auth.SessionState;
import dev.latchkey.core.auth.TokenGrant;
import dev.latchkey.core.auth.TokenService;
import dev.latchkey.core.auth.Tokens;
import dev.latchkey.core.internal.call.CallSignal;
import java.io.IOException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The session of one client: hands out tokens, and sees to it that there is one renewal for all who need it.
 *
 * <p>The state is one immutable snapshot in a volatile field: a fresh token costs that read and a clock read. Renewals,
 * logins and logouts run one after the other on the session's own threads, so that no caller's interrupt, cancel or
 * timeout can lose a rotated refresh token. Safe for use by many threads.
 */
public final class SessionEngine implements AutoCloseable {
    private static final long CLOSE_WAIT_NANOS = 5_000_000_000L;

    private final SessionSettings settings;
    private final SessionThreads threads = new SessionThreads();
    private final SessionEvents events = new SessionEvents();
    private final Announcements announcements = new Announcements(events);
    private final Flights flights;
    private final Logout logout;

    /**
     * A session that has done nothing yet.
     *
     * @param settings what the client's builder decided
     * @param service the vendor's token endpoints
     */
    public SessionEngine(SessionSettings settings, TokenService service) {
        this.settings = settings;
        SavedSession saved = new SavedSession(settings.store(), settings.key(), settings.tokenTimeout(), events);
        HeldFactory helds = new HeldFactory(settings.scheme(), settings.time());
        OneTimePasswordGate oneTimePasswords =
                new OneTimePasswordGate(settings.oneTimePassword(), settings.oneTimePasswordTimeout(), threads);
        Renewal renewal = new Renewal(settings, service, saved, oneTimePasswords, helds);
        long slotWait = settings.tokenTimeout()
                .multipliedBy(3)
                .plus(settings.oneTimePasswordTimeout())
                .toNanos();
        ReplacedTokens replaced = new ReplacedTokens(settings, service, threads);
        Tokens fixed = settings.start().fixed();
        Snapshot first = fixed == null ? Snapshot.initial() : Snapshot.fixed(helds.fixed(settings.key(), fixed));
        this.flights =
                new Flights(settings.time(), threads, renewal::run, announcements, replaced::replaced, slotWait, first);
        this.logout = new Logout(settings, service, saved, helds, replaced);
    }

    /**
     * The token to send. Does no I/O itself; waits if there is none that can be used.
     *
     * @param signal of the call
     * @return the token
     * @throws ApiIOException if there is no session, or it could not be renewed
     * @throws IOException if the call was cancelled, timed out or interrupted while it waited
     */
    public Authorization authorization(CallSignal signal) throws IOException {
        Snapshot current = flights.snapshot();
        Authorization ready = current.ready();
        if (ready != null && settings.time().nanoTime() - current.freshUntil() < 0) {
            return ready;
        }
        while (true) {
            Step step = flights.forToken();
            Authorization found = step.authorization() == null ? join(step, signal) : step.authorization();
            if (found != null) {
                return found;
            }
        }
    }

    /**
     * What to do about a token that the server refused: use another that has arrived meanwhile, or renew.
     *
     * @param refused the token that was sent
     * @param signal of the call
     * @return another token, or null if the refusal is the answer
     * @throws ApiIOException if there is no session any more, or it could not be renewed
     * @throws IOException if the call was cancelled, timed out or interrupted while it waited
     */
    public @Nullable Replay afterRefusal(Authorization refused, CallSignal signal) throws IOException {
        if (settings.start().isFixed()) {
            return null;
        }
        boolean asked = false;
        while (true) {
            Step step = flights.afterRefusal(refused, asked);
            if (step.isGiveUp()) {
                return null;
            }
            asked |= step.forced();
            Authorization found = step.authorization() == null ? join(step, signal) : step.authorization();
            if (found != null && !found.equals(refused)) {
                return new Replay(found, asked);
            }
            Flight joined = step.flight();
            if (found != null && joined != null && joined.refused() != null) {
                return null; // The vendor has no other token to give.
            }
        }
    }

    /**
     * The answer to a replay was no refusal.
     *
     * @param replay what it was sent with
     */
    public void accepted(Replay replay) {
        if (replay.forced()) {
            flights.giveBack();
        }
    }

    /**
     * Starts the renewal after a refusal whose request cannot be sent again, and waits for nothing.
     *
     * @param refused the token that was sent
     */
    public void refusedWithoutReplay(Authorization refused) {
        if (!settings.start().isFixed()) {
            flights.renewInBackground(refused);
        }
    }

    /** The state at this moment. */
    public SessionState state() {
        return flights.snapshot().state();
    }

    /** When the access token ends by the wall clock, if that is known. */
    public Optional<Instant> expiresAt() {
        Held held = flights.snapshot().held();
        if (held == null || held.session().lifetime() == null) {
            return Optional.empty();
        }
        return Optional.of(
                settings.time().now().plusNanos(held.endsAt() - settings.time().nanoTime()));
    }

    /** JSON that the login told, or null. */
    public @Nullable String profile() {
        Held held = flights.snapshot().held();
        return held == null ? null : held.session().profile();
    }

    /**
     * Whether this is the session's own refresh token, which nobody else may spend.
     *
     * @param token to be compared
     * @return true if so
     */
    public boolean holdsRefreshToken(String token) {
        Held held = flights.snapshot().held();
        String own =
                held == null ? settings.start().refreshToken() : held.tokens().refreshToken();
        return token.equals(own);
    }

    /**
     * Whether this is the session's own access token.
     *
     * @param token to be compared
     * @return true if so
     */
    public boolean holdsAccessToken(String token) {
        Held held = flights.snapshot().held();
        return held != null && token.equals(held.tokens().accessToken());
    }

    /**
     * Logs in, after what is underway has ended.
     *
     * @param credentials null for the client's own
     * @return completes with the state, or with an {@link ApiException}
     * @throws InvalidInputException if the client serves another identity, or has fixed tokens
     */
    public CompletableFuture<SessionState> login(@Nullable Credentials credentials) {
        settings.start().requireRenewable("login");
        if (credentials != null) {
            requireIdentity(credentials);
        }
        return login(Flight.login(credentials));
    }

    /**
     * Logs in with tokens that the vendor's module has obtained, after what is underway has ended.
     *
     * @param credentials whose tokens they are; later renewals use them
     * @param granted the tokens
     * @return completes with the state, or with an {@link ApiException}
     * @throws InvalidInputException if the client serves another identity, or has fixed tokens
     */
    public CompletableFuture<SessionState> login(Credentials credentials, TokenGrant granted) {
        settings.start().requireRenewable("login");
        requireIdentity(credentials);
        return login(Flight.login(credentials, granted));
    }

    /**
     * Refuses credentials of another identity than the one that this client serves.
     *
     * @param credentials of a login to come
     * @throws InvalidInputException if they are somebody else's
     */
    public void requireIdentity(Credentials credentials) {
        String identity = settings.key().identity();
        if (settings.fixedIdentity() && !credentials.username().equals(identity)) {
            throw new InvalidInputException("This client serves \"" + identity
                    + "\". Build another client for another user: one client is one identity.");
        }
    }

    private CompletableFuture<SessionState> login(Flight flight) {
        flights.queue(flight, flights::fly);
        return ended(flight, "login");
    }

    /**
     * Renews now, or joins the renewal underway.
     *
     * @return completes with the state, or with an {@link ApiException}
     * @throws InvalidInputException if the client has fixed tokens
     */
    public CompletableFuture<SessionState> renew() {
        settings.start().requireRenewable("renewal");
        Step step = flights.renewNow();
        if (step.flight() == null) {
            Trouble trouble = Objects.requireNonNull(step.trouble());
            CompletableFuture<SessionState> failed = new CompletableFuture<>();
            failed.completeExceptionally(trouble.forCall("session", "renewal"));
            return failed;
        }
        return ended(step.flight(), "renewal");
    }

    /**
     * Ends the session.
     *
     * @return completes with how far the logout reached
     * @throws InvalidInputException if the client has fixed tokens
     */
    public CompletableFuture<LogoutResult> logout() {
        settings.start().requireRenewable("logout");
        Flights.Ended ended = flights.end(SessionState.LOGGED_OUT, Trouble.LOGGED_OUT);
        if (!ended.changed()) {
            return CompletableFuture.completedFuture(LogoutResult.LOCAL_ONLY);
        }
        Flight flight = Flight.logout();
        flights.queue(flight, flown -> {
            Flight interrupted = ended.underway();
            Held late = interrupted == null ? null : interrupted.late();
            Logout.Done done = logout.run(ended.before(), late, ended.before().generation() + 1);
            flights.landLogout(flown, done.generation());
            announcements.loggedOut(done.result());
            flown.loggedOut(done.result());
            announcements.deliver();
        });
        return flight.settled().thenApply(flown -> {
            LogoutResult result = flown.logoutResult();
            return result == null ? LogoutResult.LOCAL_ONLY : result;
        });
    }

    /**
     * Adds a listener.
     *
     * @param listener is told from now on
     */
    public void addListener(SessionListener listener) {
        events.add(listener);
    }

    /**
     * Removes a listener.
     *
     * @param listener is told no more
     */
    public void removeListener(SessionListener listener) {
        events.remove(listener);
    }

    /** Fails those who wait, lets a renewal underway save its tokens (for a bounded time), and ends the threads. */
    @Override
    public void close() {
        Flights.Ended ended = flights.end(SessionState.CLOSED, Trouble.CLIENT_CLOSED);
        Flight underway = ended.underway();
        boolean landed = true;
        if (underway != null && !underway.isOwn(Thread.currentThread())) {
            try {
                landed = underway.awaitLanding(CLOSE_WAIT_NANOS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                landed = false;
            }
        }
        if (landed) {
            threads.end();
        } else {
            threads.endNow();
        }
    }

    /** What the flight brought; null if the caller is to look again. */
    private @Nullable Authorization join(Step step, CallSignal signal) throws IOException {
        Trouble trouble = step.trouble();
        Flight joined = step.flight();
        if (joined != null) {
            if (joined.isOwn(Thread.currentThread())) {
                trouble = Trouble.OWN_FLIGHT;
            } else {
                joined.join(signal);
                trouble = joined.trouble();
                if (trouble != null && trouble.kind() == Trouble.Kind.MFA_REQUIRED && joined.isBackground()) {
                    return null; // With somebody waiting, the hook may ask a person.
                }
            }
        }
        if (trouble != null) {
            throw new ApiIOException(trouble.forCall(signal.method(), signal.path()));
        }
        return joined == null ? null : joined.authorization();
    }

    private CompletableFuture<SessionState> ended(Flight flight, String operation) {
        return flight.settled().thenApply(flown -> {
            Trouble trouble = flown.trouble();
            if (trouble != null) {
                throw trouble.forCall("session", operation);
            }
            return state();
        });
    }
}
