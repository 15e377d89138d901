package dev.latchkey.core.internal.session;

import dev.latchkey.core.TimeSource;
import dev.latchkey.core.auth.Credentials;
import dev.latchkey.core.auth.RenewalReason;
import dev.latchkey.core.auth.SessionState;
import dev.latchkey.core.internal.session.Job.Renew;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who starts, joins, waits or fails: one renewal for all who need it. What is decided here is decided under the lock of the
 * state.
 */
final class SingleFlight {
    private static final long BETWEEN_LOOKS_NANOS = 1_000_000_000L;
    private static final Decision GIVE_UP = new Decision.GiveUp();

    private final TimeSource time;
    private final EngineState state;
    private final Mailbox mailbox;
    private final RenewalPause pause;
    private final WaitingRoom room;
    private final SessionHistory history;
    private final UserCode userCode;
    private final ForcedRenewals forced = new ForcedRenewals();
    private long lookDueAt;

    SingleFlight(
            TimeSource time,
            EngineState state,
            Mailbox mailbox,
            WaitingRoom room,
            SessionHistory history,
            UserCode userCode) {
        this.time = time;
        this.state = state;
        this.mailbox = mailbox;
        this.pause = state.pause();
        this.room = room;
        this.history = history;
        this.userCode = userCode;
        this.lookDueAt = time.nanoTime();
        history.changed(state.snapshot().state());
    }

    Snapshot snapshot() {
        return state.snapshot();
    }

    /** For a call that found no fresh token. */
    Decision forToken(Patience patience) {
        return state.locked(() -> {
            Snapshot current = state.snapshot();
            LiveTokens tokens = current.tokens();
            long now = time.nanoTime();
            if (tokens != null && tokens.isUsable(now)) {
                // Whoever waited for the lock may find that the renewal is through meanwhile.
                boolean due = now - current.freshUntil() >= 0;
                if (due && mailbox.isFree() && pause.current(now) == null) {
                    mailbox.post(Renew.inBackground(RenewalReason.AHEAD_OF_TIME, null));
                }
                return new Decision.Send(tokens.authorization());
            }
            if (current.state() == SessionState.LOGGED_OUT && mailbox.isFree() && isLookDue(now)) {
                return begin(Renew.forCaller(RenewalReason.FIRST_USE, null));
            }
            Decision decision = joinOrWait(current, now, patience);
            RenewalReason reason = tokens == null ? RenewalReason.FIRST_USE : RenewalReason.EXPIRED;
            return decision == null ? begin(Renew.forCaller(reason, null)) : decision;
        });
    }

    /**
     * For a call whose token was refused.
     *
     * @param asked whether it has already forced a renewal
     * @param hopeless whether it is refused whatever token it sends
     */
    Decision afterRefusal(Authorization refused, boolean asked, boolean hopeless, Patience patience) {
        return state.locked(() -> {
            Snapshot current = state.snapshot();
            LiveTokens tokens = current.tokens();
            long now = time.nanoTime();
            // A renewal underway is joined first: the token at hand may be the one that it is about to kill.
            if (mailbox.isFree()
                    && tokens != null
                    && tokens.isUsable(now)
                    && !tokens.authorization().equals(refused)) {
                return new Decision.Send(tokens.authorization());
            }
            boolean unexpired = current.isUsable(now);
            if (hopeless && unexpired && mailbox.isFree()) {
                return GIVE_UP;
            }
            Decision decision = joinOrWait(current, now, patience);
            if (decision != null) {
                return decision;
            }
            if (!patience.hasFailed() && (asked || (unexpired && !forced.tryTake(now)))) {
                return GIVE_UP;
            }
            return new Decision.Join(mailbox.post(Renew.forCaller(RenewalReason.REFUSED, refused)), unexpired);
        });
    }

    /** Starts the renewal of a refused token that nobody waits for. */
    void renewInBackground(Authorization refused) {
        state.lockedDo(() -> {
            LiveTokens tokens = state.snapshot().tokens();
            long now = time.nanoTime();
            boolean due = tokens != null && tokens.authorization().equals(refused);
            if (due && mailbox.isFree() && pause.current(now) == null && forced.tryTake(now)) {
                mailbox.post(Renew.inBackground(RenewalReason.REFUSED, refused));
            }
        });
    }

    /** Starts or joins a renewal that the user asked for, whatever pause there is. */
    Decision renewNow() {
        return state.locked(() -> {
            Snapshot current = state.snapshot();
            LiveTokens tokens = current.tokens();
            Decision decision = joinOrEnd(current);
            return decision == null
                    ? begin(Renew.forCaller(RenewalReason.REQUESTED, tokens == null ? null : tokens.authorization()))
                    : decision;
        });
    }

    /** Starts to take up what the store has, or joins what is underway; nothing if there is a usable token. */
    Decision restore() {
        return state.locked(() -> {
            Snapshot current = state.snapshot();
            if (current.isUsable(time.nanoTime())) {
                return GIVE_UP;
            }
            if (current.state() == SessionState.CLOSED) {
                return Decision.fail(SessionFailure.CLIENT_CLOSED);
            }
            Work underway = mailbox.underway();
            return underway == null ? begin(Renew.fromStore()) : join(underway);
        });
    }

    /** Logs in after what is underway, unless a logout or a close comes first. */
    Decision logIn(Job.LogIn login) {
        return state.locked(() ->
                state.isClosed() ? Decision.fail(SessionFailure.CLIENT_CLOSED) : Decision.join(mailbox.post(login)));
    }

    /** Later logins use these; a session that has ended, or has no credentials, is given none. */
    void passwordChanged(Credentials credentials, boolean hasCredentials) {
        state.lockedDo(() -> {
            Snapshot current = state.snapshot();
            Given given = current.given();
            boolean isOver = state.isClosed() || current.state() == SessionState.LOGGED_OUT;
            if (!isOver && (hasCredentials || given.credentials() != null)) {
                state.replace(current.given(given.with(credentials)));
            }
        });
    }

    /** Nanoseconds until a token is asked for again after a failure; negative if nothing is to come. */
    long nanosToNextTry() {
        return state.locked(() -> {
            Snapshot current = state.snapshot();
            boolean goesOn = current.state() == SessionState.NEW || current.state() == SessionState.ACTIVE;
            long now = time.nanoTime();
            return goesOn ? pause.nanosToNextTry(current.isUsable(now), now) : -1;
        });
    }

    /** A forced renewal helped. */
    void giveBack() {
        state.lockedDo(forced::giveBack);
    }

    /**
     * Ends the session here: those who wait for what is underway stop waiting, its tokens will not be used, and logins that
     * wait for their turn will not be made. What is left of the logout follows at once; nothing if there was no session.
     */
    Decision logOut() {
        Decision decision = GIVE_UP;
        Optional<Work> interrupted = Optional.empty();
        List<Work> logins;
        state.lock().lock();
        try {
            Snapshot before = state.snapshot();
            logins = mailbox.takeLogins();
            boolean isOver = before.state() == SessionState.LOGGED_OUT && !isLoggingIn(mailbox.underway());
            if (!isOver && !state.isClosed()) {
                interrupted = Optional.ofNullable(mailbox.underway());
                end(SessionState.LOGGED_OUT, SessionFailure.LOGGED_OUT);
                decision = Decision.join(mailbox.post(new Job.LogOut(before, interrupted)));
            }
        } finally {
            state.lock().unlock();
        }
        abandon(interrupted, logins, SessionFailure.LOGGED_OUT);
        return decision;
    }

    /**
     * What a close has put an end to.
     *
     * @param before the state until then
     * @param interrupted what was underway
     */
    record Ended(Snapshot before, Optional<Work> interrupted) {}

    /** Ends the session here for good. */
    Ended close() {
        Ended ended;
        List<Work> logins;
        state.lock().lock();
        try {
            ended = new Ended(state.snapshot(), Optional.ofNullable(state.isClosed() ? null : mailbox.underway()));
            logins = mailbox.takeLogins();
            if (!state.isClosed()) {
                end(SessionState.CLOSED, SessionFailure.CLIENT_CLOSED);
            }
        } finally {
            state.lock().unlock();
        }
        abandon(ended.interrupted(), logins, SessionFailure.CLIENT_CLOSED);
        return ended;
    }

    /** Caller holds the lock. */
    private void end(SessionState over, SessionFailure why) {
        Snapshot before = state.snapshot();
        state.replace(before.ended(over, before.generation() + 1, why));
        history.changed(over);
    }

    private void abandon(Optional<Work> interrupted, List<Work> logins, SessionFailure why) {
        interrupted.ifPresent(work -> work.abandon(why));
        logins.forEach(login -> login.settle(Outcome.of(why), () -> {}));
        room.wake();
    }

    /** Caller holds the lock. */
    private boolean isLookDue(long now) {
        boolean due = now - lookDueAt >= 0;
        if (due) {
            lookDueAt = now + BETWEEN_LOOKS_NANOS;
        }
        return due;
    }

    /** Caller holds the lock. Null if a token may be asked for now. */
    private @Nullable Decision joinOrWait(Snapshot current, long now, Patience patience) {
        Decision decision = joinOrEnd(current);
        SessionFailure pausing = decision == null ? pause.currentAttended(now, patience) : null;
        if (pausing == null) {
            return decision;
        }
        long left = pause.leftAttended(now);
        if (pausing.isWorthWaiting() && left < patience.leftNanos()) {
            return new Decision.Fail(pausing, Optional.of(new Decision.NextTry(left, pause.number())));
        }
        Duration asked = pausing.retryAfter();
        return Decision.fail(
                asked == null ? pausing : pausing.passingAfter(Duration.ofNanos(Math.min(left, asked.toNanos()))));
    }

    /** Caller holds the lock. Null if the session goes on and there is nothing to join. */
    private @Nullable Decision joinOrEnd(Snapshot current) {
        Work underway = mailbox.underway();
        SessionFailure failure = current.failure();
        boolean isOver = state.isClosed() || (current.state() == SessionState.LOGGED_OUT && !mayComeBack(underway));
        if (failure != null && isOver) {
            return Decision.fail(failure);
        }
        return underway == null ? null : join(underway);
    }

    /** Whether this may bring back a session that was logged out. */
    private static boolean mayComeBack(@Nullable Work underway) {
        return isLoggingIn(underway)
                || (underway != null
                        && underway.basis().state() == SessionState.LOGGED_OUT
                        && !(underway.job() instanceof Job.LogOut));
    }

    private static boolean isLoggingIn(@Nullable Work underway) {
        return underway != null && underway.job() instanceof Job.LogIn;
    }

    /** Caller holds the lock, and nothing is underway. */
    private Decision begin(Renew renewal) {
        return Decision.join(mailbox.post(renewal));
    }

    /** What waits for its own work would wait for ever. */
    private Decision join(Work underway) {
        return underway.isOwn() || userCode.runsHere()
                ? Decision.fail(SessionFailure.OWN_CALL)
                : Decision.join(underway);
    }
}
