package dev.latchkey.core.internal.session;

import dev.latchkey.core.ApiIOException;
import dev.latchkey.core.auth.SessionListener;
import dev.latchkey.core.auth.SessionState;
import dev.latchkey.core.auth.TokenService;
import dev.latchkey.core.auth.Tokens;
import dev.latchkey.core.internal.call.CallSignal;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
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

    private static final Duration SUPPLIER_LEAST = Duration.ofSeconds(5);
    private static final Duration SUPPLIER_MOST = Duration.ofSeconds(30);

    private final SessionSettings settings;
    private final SessionThreads threads;
    private final UserCode userCode;
    private final SessionEvents events;
    private final LoginGuard guard;
    private final OneTimePasswordGate oneTimePasswords;
    private final SavingAgain saving;
    private final AfterLogout afterLogout;
    private final Flights flights;
    private final SessionView view;
    private final SessionActions actions;
    private final WaitingRoom room;
    private final RefusingEndpoints refusing;

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
                true);
    }

    /** With the user's code in the thread that asks for it. */
    SessionEngine(SessionSettings settings, TokenService service, SessionThreads threads, PasswordPrint print) {
        this(settings, service, threads, print, new WaitingRoom(settings.time()), false);
    }

    SessionEngine(
            SessionSettings settings,
            TokenService service,
            SessionThreads threads,
            PasswordPrint print,
            WaitingRoom room,
            boolean bounded) {
        this.settings = settings;
        this.room = room;
        this.refusing = new RefusingEndpoints(settings.time());
        this.threads = threads;
        this.events = new SessionEvents(bounded ? threads : Runnable::run, settings.time()::nanoTime);
        Announcements announcements = new Announcements(events);
        this.userCode = bounded ? threads.userCode() : new UserCode(Runnable::run);
        StoreAccess store = bounded
                ? BoundedStore.of(settings.store(), userCode, settings.callTimeout())
                : StoreAccess.direct(settings.store());
        SavedSession saved =
                new SavedSession(store, settings.key(), settings.scheme(), settings.tokenTimeout(), events);
        HeldFactory helds = new HeldFactory(settings.scheme(), settings.time());
        this.oneTimePasswords = new OneTimePasswordGate(settings, threads);
        this.guard = new LoginGuard(settings, print);
        TokenRequests requests = new TokenRequests(settings, service, helds);
        Logins logins = new Logins(
                service,
                requests,
                oneTimePasswords,
                guard,
                settings.credentials(),
                new BoundedCall<>("the credentials supplier", supplierLimit(settings.callTimeout()), userCode),
                settings.key().baseUrl());
        Renewal renewal = new Renewal(settings, service, saved, requests, logins, helds);
        this.saving = new SavingAgain(saved, helds, threads);
        Restored restored = new Restored(saved, helds);
        SessionHistory history = new SessionHistory(settings.time(), settings.key());
        long slotWait = settings.tokenTimeout().toNanos() * 4
                + settings.oneTimePasswordTimeout().toNanos();
        ReplacedTokens replaced = new ReplacedTokens(settings, service, threads);
        Tokens fixed = settings.start().fixed();
        Snapshot first = fixed == null ? Snapshot.initial() : Snapshot.fixed(helds.fixed(settings.key(), fixed));
        this.afterLogout = new AfterLogout(saved, helds, threads, settings.key(), settings.time());
        Landing landing = new Landing(announcements, replaced::replaced, saving::landed, replaced::logOutNow);
        this.flights = new Flights(
                settings.time(),
                threads,
                (flight, mine) -> {
                    if (flight.isRestoring()) {
                        return restored.run(mine);
                    }
                    if (mine.state() == SessionState.LOGGED_OUT && flight.kind() == Flight.Kind.RENEWAL) {
                        return afterLogout.run(mine);
                    }
                    Held unsaved = flight.saving();
                    return unsaved == null ? renewal.run(flight, mine) : saving.run(unsaved, mine);
                },
                landing,
                slotWait,
                first,
                room,
                history);
        this.view = new SessionView(settings, flights, history, saved.health(), this::nextPasswordProbe);
        Logout logout = new Logout(settings, service, saved, helds, replaced, afterLogout);
        this.actions = new SessionActions(settings, flights, announcements, logout, afterLogout, view, room, threads);
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
        Patience patience = patience(signal);
        while (true) {
            CompletableFuture<Void> change = room.nextChange();
            Step step = flights.forToken(patience);
            Authorization found =
                    step.authorization() == null ? outcome(step, change, signal, patience) : step.authorization();
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
        boolean hopeless = !refusing.isEmpty() && refusing.contains(signal.endpoint());
        Patience patience = patience(signal);
        while (true) {
            CompletableFuture<Void> change = room.nextChange();
            Step step = flights.afterRefusal(refused, asked, hopeless, patience);
            if (step.isGiveUp()) {
                return null;
            }
            asked |= step.forced();
            Authorization found =
                    step.authorization() == null ? outcome(step, change, signal, patience) : step.authorization();
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
     * The last replay was refused as well, so the refusal is the answer.
     *
     * @param replay what it was sent with
     * @param signal of the call
     */
    public void refusedAgain(Replay replay, CallSignal signal) {
        Held held = flights.snapshot().held();
        // A token that somebody else has renewed since may have been refused for that.
        if (replay.forced() && held != null && held.authorization().equals(replay.authorization())) {
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
        Held held = flights.snapshot().held();
        if (settings.start().isFixed() || held == null || !held.authorization().equals(refused)) {
            return;
        }
        refusing.refused(signal.endpoint(), refused, held.session().obtainedAt());
        if (!refusing.contains(signal.endpoint())) {
            flights.renewInBackground(refused);
        }
    }

    /**
     * A request was refused that is never sent again, for its token or for another reason. If the wall clock says that the
     * token's life is over, the monotonic one stood still while the device slept: the renewal starts, and nobody waits for it.
     *
     * @param refused the token that was sent
     */
    public void doubted(Authorization refused) {
        Held held = flights.snapshot().held();
        if (held != null
                && !settings.start().isFixed()
                && Lifetimes.isOver(held.session(), settings.time().now())) {
            flights.renewInBackground(refused);
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
        Ended ended = flights.close();
        if (userCode.runsHere() || awaitSaved(ended)) {
            threads.end();
        } else {
            threads.endNow();
        }
    }

    /** False if something is still at work. */
    private boolean awaitSaved(Ended ended) {
        Flight underway = ended.underway();
        if (!Patiently.wait(CLOSE_WAIT_NANOS, flights::awaitIdle)) {
            return false;
        }
        Held late = underway == null ? null : underway.late();
        Held last = late == null ? ended.before().held() : late;
        if (ended.before().state() == SessionState.LOGGED_OUT) {
            return afterLogout.buryAtLast(ended.before(), CLOSE_WAIT_NANOS);
        }
        return !ended.changed()
                || last == null
                || last.saved()
                || saving.saveAtLast(last, ended.before(), CLOSE_WAIT_NANOS);
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
        return oneTimePasswords.clocksDiffer();
    }

    Snapshot snapshot() {
        return flights.snapshot();
    }

    private Patience patience(CallSignal signal) {
        return room.patience(settings.tokenWait().toNanos(), signal::restNanos);
    }

    /** What the next step brought; null if the caller is to look again. */
    private @Nullable Authorization outcome(
            Step step, CompletableFuture<Void> change, CallSignal signal, Patience patience) throws IOException {
        Flight joined = step.flight();
        if (joined != null) {
            return join(joined, signal, patience);
        }
        Trouble trouble = Objects.requireNonNull(step.trouble());
        if (step.pause() == 0 || !patience.outlasts(trouble)) {
            throw failure(trouble, signal);
        }
        if (room.await(change, step.pause(), signal)) {
            patience.waitOut(step.pauseNumber());
        }
        return null;
    }

    private @Nullable Authorization join(Flight joined, CallSignal signal, Patience patience) throws IOException {
        if (joined.isOwn(Thread.currentThread()) || userCode.runsHere()) {
            throw failure(Trouble.OWN_FLIGHT, signal);
        }
        Trouble before = patience.met();
        if (!room.join(joined, patience, signal) && before != null) {
            throw failure(before, signal);
        }
        Trouble trouble = joined.trouble();
        if (trouble == null) {
            patience.helped();
            return joined.authorization();
        }
        if (trouble.kind() == Trouble.Kind.MFA_REQUIRED && joined.isBackground()) {
            return null; // With somebody waiting, the hook may ask a person.
        }
        if (!patience.outlasts(trouble)) {
            throw failure(trouble, signal);
        }
        return null;
    }

    private static ApiIOException failure(Trouble trouble, CallSignal signal) {
        return new ApiIOException(trouble.as(signal.failure(trouble.problem())));
    }
}
