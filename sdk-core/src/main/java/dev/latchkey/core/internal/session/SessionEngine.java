package dev.latchkey.core.internal.session;

import dev.latchkey.core.ApiIOException;
import dev.latchkey.core.auth.Credentials;
import dev.latchkey.core.auth.SessionListener;
import dev.latchkey.core.auth.SessionState;
import dev.latchkey.core.auth.SessionStatus;
import dev.latchkey.core.auth.TokenService;
import dev.latchkey.core.auth.Tokens;
import dev.latchkey.core.internal.call.CallInterruptedIOException;
import dev.latchkey.core.internal.call.CallSignal;
import dev.latchkey.core.internal.call.TokenAwaitedException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
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
    private static final Duration CLOSE_WAIT = Duration.ofSeconds(5);
    private static final Duration SUPPLIER_LEAST = Duration.ofSeconds(5);
    private static final Duration SUPPLIER_MOST = Duration.ofSeconds(30);

    private final long closeWaitNanos;
    private final SessionSettings settings;
    private final SessionThreads threads;
    private final UserCode userCode;
    private final SessionEvents events;
    private final LoginGuard guard;
    private final SentCodes codes;
    private final SavedSession saved;
    private final boolean hasCredentials;
    private final Unsaved unsaved;
    private final EngineState state;
    private final JobRunner runner;
    private final Mailbox mailbox;
    private final SingleFlight flight;
    private final SessionView view;
    private final SessionActions actions;
    private final WaitingRoom room;
    private final RefusingEndpoints refusing;
    private final RefusedToken refusedToken = new RefusedToken();
    private final SessionHistory history;

    /**
     * A session that has done nothing yet.
     *
     * @param settings what the client's builder decided
     * @param service the vendor's token endpoints
     */
    public SessionEngine(SessionSettings settings, TokenService service) {
        this(
                settings,
                service,
                SessionThreads.of(settings.key()),
                PasswordPrint.slow(),
                new WaitingRoom(settings.time()),
                true,
                CLOSE_WAIT);
    }

    /** With the user's code in the thread that asks for it. */
    SessionEngine(SessionSettings settings, TokenService service, SessionThreads threads, PasswordPrint print) {
        this(settings, service, threads, print, new WaitingRoom(settings.time()), false, CLOSE_WAIT);
    }

    SessionEngine(
            SessionSettings settings,
            TokenService service,
            SessionThreads threads,
            PasswordPrint print,
            WaitingRoom room,
            boolean bounded,
            Duration closeWait) {
        this.closeWaitNanos = closeWait.toNanos();
        // What the close does not let go of is made of these.
        SessionSettings open = settings.withoutSecrets();
        this.settings = open;
        this.hasCredentials = settings.credentials() != null;
        this.room = room;
        this.refusing = new RefusingEndpoints(settings.time());
        this.threads = threads;
        this.events = new SessionEvents(bounded ? threads : Runnable::run, settings.time()::nanoTime);
        this.userCode = bounded ? threads.userCode() : new UserCode(Runnable::run);
        StoreAccess store = bounded
                ? BoundedStore.of(settings.store(), userCode, settings.callTimeout())
                : StoreAccess.direct(settings.store());
        this.saved = new SavedSession(store, settings.key(), settings.scheme(), settings.tokenTimeout(), events);
        LiveTokens.Factory live = new LiveTokens.Factory(settings.scheme(), settings.time());
        this.codes = new SentCodes(settings.time(), settings.key().identity());
        OneTimePasswordGate oneTimePasswords = new OneTimePasswordGate(settings, codes, threads);
        this.guard = new LoginGuard(open, print);
        TokenRequests requests = new TokenRequests(open, service, live);
        Logins logins = new Logins(
                service,
                requests,
                oneTimePasswords,
                guard,
                settings.credentials(),
                new BoundedCall<>("the credentials supplier", supplierLimit(settings.callTimeout()), userCode),
                settings.key().baseUrl());
        Renewal renewal = new Renewal(open, service, saved, requests, logins, live);
        this.unsaved = new Unsaved(saved, guard, live, threads, settings.key(), settings.time());
        ReplacedTokens replaced = new ReplacedTokens(open, service, threads);
        Logout logout = new Logout(open, service, saved, live, replaced, unsaved);
        this.history = new SessionHistory(settings.time(), settings.key(), refusedToken);
        Tokens fixed = settings.start().fixed();
        this.state = new EngineState(
                fixed == null
                        ? Snapshot.initial()
                                .given(new Given(null, settings.start().refreshToken()))
                        : Snapshot.active(live.fixed(settings.key(), fixed)));
        this.runner = new JobRunner(
                open, state, threads, work -> outcome(work, renewal, logout), room, history, events, unsaved, replaced);
        this.mailbox = runner.mailbox();
        this.flight = new SingleFlight(settings.time(), state, mailbox, room, history, threads.userCode());
        this.view = new SessionView(open, flight, history, refusedToken, saved::health, this::nextPasswordProbe);
        this.actions = new SessionActions(open, flight, view, room, threads);
    }

    private Outcome outcome(Work work, Renewal renewal, Logout logout) {
        Snapshot mine = work.basis();
        if (work.job() instanceof Job.LogOut job) {
            return logout.run(job);
        }
        if (work.job() instanceof Job.LogIn) {
            return renewal.run(work);
        }
        if (work.isRestoring()) {
            return renewal.fromStore(mine);
        }
        if (mine.state() == SessionState.LOGGED_OUT) {
            return unsaved.afterLogout(mine);
        }
        LiveTokens tokens = mine.tokens();
        return work.isSavingTokens() && tokens != null ? unsaved.save(tokens, mine) : renewal.run(work);
    }

    /**
     * The password of the session's user is another one from now on; the tokens go on. Credentials of another user than the one
     * that the client serves are not taken.
     *
     * @param credentials for the logins to come
     */
    public void passwordChanged(Credentials credentials) {
        if (!settings.fixedIdentity()
                || credentials.username().equals(settings.key().identity())) {
            flight.passwordChanged(credentials, hasCredentials);
        }
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
        Snapshot current = state.snapshot();
        LiveTokens tokens = current.tokens();
        if (tokens != null && settings.time().nanoTime() - current.freshUntil() < 0) {
            return tokens.authorization();
        }
        Patience patience = patience(signal);
        while (true) {
            CompletableFuture<Void> change = room.nextChange();
            Optional<Authorization> found = follow(flight.forToken(patience), change, patience, signal);
            if (found.isPresent()) {
                return found.get();
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
        boolean hopeless = !refusing.isEmpty() && refusing.contains(signal.endpoint());
        Patience patience = patience(signal);
        while (true) {
            CompletableFuture<Void> change = room.nextChange();
            Decision decision = flight.afterRefusal(refused, asked, hopeless, patience);
            if (decision instanceof Decision.GiveUp) {
                return null;
            }
            noteRefusal(refused);
            asked |= decision instanceof Decision.Join join && join.forced();
            Optional<Authorization> found = follow(decision, change, patience, signal);
            if (found.isPresent() && !found.get().equals(refused)) {
                return new Replay(found.get(), asked);
            }
            if (found.isPresent() && isForRefused(decision)) {
                refusedToken.accepted(refused);
                return null; // The vendor has no other token to give.
            }
        }
    }

    /** A call that ends while it waits says so. */
    private Optional<Authorization> follow(
            Decision decision, CompletableFuture<Void> change, Patience patience, CallSignal signal)
            throws IOException {
        try {
            return room.follow(decision, change, patience, signal);
        } catch (ApiIOException | CallInterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            throw new TokenAwaitedException(whyNoToken(patience.met()), e);
        }
    }

    private String whyNoToken(@Nullable SessionFailure met) {
        SessionStatus.Failure last = history.known().failure();
        if (met != null) {
            return met.words();
        }
        return last == null || last.inARow() == 0
                ? "the login or renewal has not ended."
                : "the login or renewal has not ended, and the last one failed: " + last.problem();
    }

    /** If this is the token at hand, the session is not active until another one comes, or the server accepts this one. */
    private void noteRefusal(Authorization token) {
        LiveTokens tokens = flight.snapshot().tokens();
        if (tokens != null && tokens.authorization().equals(token)) {
            refusedToken.refused(token, settings.time().now());
        }
    }

    /**
     * The server refused the token, and not something in front of the server.
     *
     * @param token that was sent
     */
    public void refused(Authorization token) {
        SessionStart start = settings.start();
        if (start.isFixed() && refusedToken.refused(token, settings.time().now())) {
            history.fixedTokenRefused(start.advice());
        }
    }

    /**
     * The server accepted the token.
     *
     * @param token that was sent
     */
    public void accepted(Authorization token) {
        if (refusedToken.accepted(token) && settings.start().isFixed()) {
            history.fixedTokenAccepted();
        }
    }

    private static boolean isForRefused(Decision decision) {
        return decision instanceof Decision.Join join
                && join.work().job() instanceof Job.Renew renew
                && renew.refused() != null;
    }

    /**
     * The answer to a replay was no refusal.
     *
     * @param replay what it was sent with
     */
    public void accepted(Replay replay) {
        if (replay.forced()) {
            flight.giveBack();
        }
    }

    /**
     * The last replay was refused as well, so the refusal is the answer.
     *
     * @param replay what it was sent with
     * @param signal of the call
     */
    public void refusedAgain(Replay replay, CallSignal signal) {
        LiveTokens tokens = state.snapshot().tokens();
        // A token that somebody else has renewed since may have been refused for that.
        if (replay.forced() && tokens != null && tokens.authorization().equals(replay.authorization())) {
            refusing.refusedAgain(signal.endpoint(), replay.authorization());
        }
    }

    /**
     * The answer was no refusal.
     *
     * @param signal of the call
     */
    public void answered(CallSignal signal) {
        if (!refusing.isEmpty()) {
            refusing.answered(signal.endpoint());
        }
    }

    /**
     * Starts the renewal after a refusal whose request cannot be sent again, and waits for nothing.
     *
     * @param refused the token that was sent
     * @param signal of the call
     */
    public void refusedWithoutReplay(Authorization refused, CallSignal signal) {
        LiveTokens tokens = state.snapshot().tokens();
        if (settings.start().isFixed()
                || tokens == null
                || !tokens.authorization().equals(refused)) {
            return;
        }
        refusing.refused(signal.endpoint(), refused, tokens.session().obtainedAt());
        if (!refusing.contains(signal.endpoint())) {
            noteRefusal(refused);
            flight.renewInBackground(refused);
        }
    }

    /**
     * A request was refused that is never sent again, for its token or for another reason. If the wall clock says that the
     * token's life is over, the monotonic one stood still while the device slept: the renewal starts, and nobody waits for it.
     *
     * @param refused the token that was sent
     */
    public void doubted(Authorization refused) {
        LiveTokens tokens = state.snapshot().tokens();
        if (tokens != null
                && !settings.start().isFixed()
                && Lifetimes.isOver(tokens.session(), settings.time().now())) {
            noteRefusal(refused);
            flight.renewInBackground(refused);
        }
    }

    /**
     * What there is to be seen of the session.
     *
     * @return reads the current state
     */
    public SessionView view() {
        return view;
    }

    /**
     * What a user asks of the session.
     *
     * @return logins, renewals and logouts
     */
    public SessionActions actions() {
        return actions;
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

    /**
     * Fails those who wait, lets tokens be saved that are not yet and logouts end that were asked for (for a bounded time),
     * and ends the threads.
     */
    @Override
    public void close() {
        SingleFlight.Ended ended = flight.close();
        if (userCode.runsHere() || isSaved(ended)) {
            threads.end();
        } else {
            threads.endNow();
            mailbox.end();
        }
        runner.forget();
        guard.forget();
        saved.forget();
    }

    /** False if something is still at work. */
    private boolean isSaved(SingleFlight.Ended ended) {
        boolean idle = Patiently.wait(closeWaitNanos, mailbox::awaitEmpty);
        if (!idle && !(mailbox.goOnToLogout() && Patiently.wait(closeWaitNanos, mailbox::awaitEmpty))) {
            return false;
        }
        LiveTokens late = ended.interrupted().map(Work::late).orElse(null);
        LiveTokens last = late == null ? ended.before().tokens() : late;
        return unsaved.saveAtLast(ended.before(), last, closeWaitNanos) && idle;
    }

    /** As long as the calls that wait for it, but not so short that a slow supplier is never heard. */
    private static Duration supplierLimit(Duration callTimeout) {
        Duration atLeast = callTimeout.compareTo(SUPPLIER_LEAST) < 0 ? SUPPLIER_LEAST : callTimeout;
        return atLeast.compareTo(SUPPLIER_MOST) > 0 ? SUPPLIER_MOST : atLeast;
    }

    /** Why the password is not sent by itself at present; null if nothing holds it back. */
    @Nullable
    LoginHold loginHold() {
        return guard.current();
    }

    private @Nullable Instant nextPasswordProbe() {
        LoginHold hold = guard.current();
        return hold == null ? null : hold.nextProbe();
    }

    /** Whether the store has a note of a one-time password that cannot have been sent yet by the clock of this machine. */
    boolean clocksDiffer() {
        return codes.clocksDiffer();
    }

    Snapshot snapshot() {
        return state.snapshot();
    }

    private Patience patience(CallSignal signal) {
        return room.patience(settings.tokenWait().toNanos(), signal::restNanos);
    }
}
