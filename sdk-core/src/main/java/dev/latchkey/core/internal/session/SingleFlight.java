package dev.latchkey.core.internal.session;

import dev.latchkey.core.TimeSource;
import dev.latchkey.core.auth.Credentials;
import dev.latchkey.core.auth.RenewalReason;
import dev.latchkey.core.auth.SessionState;
import dev.latchkey.core.internal.session.Job.Renew;
import dev.latchkey.core.internal.session.Outcome.Failed;
import dev.latchkey.core.internal.session.Outcome.Obtained;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The state of a session, and who starts, joins, waits or fails: one renewal for all who need it. What is decided here is
 * decided under one lock, which is never held over I/O; the work itself runs on the session's threads, one job at a time.
 */
final class SingleFlight {
    private static final long BETWEEN_LOOKS_NANOS = 1_000_000_000L;
    private static final Decision GIVE_UP = new Decision.GiveUp();

    private final TimeSource time;
    private final SessionThreads threads;
    private volatile Function<Work, Outcome> worker;
    private final WaitingRoom room;
    private final SessionHistory history;
    private final SessionEvents events;
    private final Unsaved unsaved;
    private final ReplacedTokens replaced;

    private final ReentrantLock lock = new ReentrantLock();
    private final Mailbox mailbox;
    private final RenewalPause pause = new RenewalPause();
    private final ForcedRenewals forced = new ForcedRenewals();
    private long lookDueAt;
    private volatile Snapshot snapshot;

    SingleFlight(
            SessionSettings settings,
            SessionThreads threads,
            Function<Work, Outcome> worker,
            WaitingRoom room,
            SessionHistory history,
            SessionEvents events,
            Unsaved unsaved,
            ReplacedTokens replaced,
            Snapshot first) {
        this.time = settings.time();
        this.threads = threads;
        this.worker = worker;
        this.room = room;
        this.history = history;
        this.events = events;
        this.unsaved = unsaved;
        this.replaced = replaced;
        this.snapshot = first;
        Duration longest = settings.tokenTimeout().multipliedBy(4).plus(settings.oneTimePasswordTimeout());
        this.mailbox = new Mailbox(lock, threads, longest, () -> snapshot, this::carryOut);
        this.lookDueAt = time.nanoTime();
        history.changed(first.state());
    }

    Snapshot snapshot() {
        return snapshot;
    }

    /** For a call that found no fresh token. */
    Decision forToken(Patience patience) {
        return locked(() -> {
            Snapshot current = snapshot;
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
        return locked(() -> {
            Snapshot current = snapshot;
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
        lockedDo(() -> {
            LiveTokens tokens = snapshot.tokens();
            long now = time.nanoTime();
            boolean due = tokens != null && tokens.authorization().equals(refused);
            if (due && mailbox.isFree() && pause.current(now) == null && forced.tryTake(now)) {
                mailbox.post(Renew.inBackground(RenewalReason.REFUSED, refused));
            }
        });
    }

    /** Starts or joins a renewal that the user asked for, whatever pause there is. */
    Decision renewNow() {
        return locked(() -> {
            Snapshot current = snapshot;
            LiveTokens tokens = current.tokens();
            Decision decision = joinOrEnd(current);
            return decision == null
                    ? begin(Renew.forCaller(RenewalReason.REQUESTED, tokens == null ? null : tokens.authorization()))
                    : decision;
        });
    }

    /** Starts to take up what the store has, or joins what is underway; nothing if there is a usable token. */
    Decision restore() {
        return locked(() -> {
            Snapshot current = snapshot;
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
        return locked(
                () -> isClosed() ? Decision.fail(SessionFailure.CLIENT_CLOSED) : Decision.join(mailbox.post(login)));
    }

    /** Later logins use these; a session that has ended, or has no credentials, is given none. */
    void passwordChanged(Credentials credentials, boolean hasCredentials) {
        lockedDo(() -> {
            Given given = snapshot.given();
            boolean isOver = isClosed() || snapshot.state() == SessionState.LOGGED_OUT;
            if (!isOver && (hasCredentials || given.credentials() != null)) {
                snapshot = snapshot.given(given.with(credentials));
            }
        });
    }

    /** Nanoseconds until a token is asked for again after a failure; negative if nothing is to come. */
    long nanosToNextTry() {
        return locked(() -> {
            Snapshot current = snapshot;
            boolean goesOn = current.state() == SessionState.NEW || current.state() == SessionState.ACTIVE;
            long now = time.nanoTime();
            return goesOn ? pause.nanosToNextTry(current.isUsable(now), now) : -1;
        });
    }

    /** A forced renewal helped. */
    void giveBack() {
        lockedDo(forced::giveBack);
    }

    /**
     * Ends the session here: those who wait for what is underway stop waiting, its tokens will not be used, and logins that
     * wait for their turn will not be made. What is left of the logout follows at once; nothing if there was no session.
     */
    Decision logOut() {
        Decision decision = GIVE_UP;
        Optional<Work> interrupted = Optional.empty();
        List<Work> logins;
        lock.lock();
        try {
            Snapshot before = snapshot;
            logins = mailbox.takeLogins();
            boolean isOver = before.state() == SessionState.LOGGED_OUT && !isLoggingIn(mailbox.underway());
            if (!isOver && !isClosed()) {
                interrupted = Optional.ofNullable(mailbox.underway());
                end(SessionState.LOGGED_OUT, SessionFailure.LOGGED_OUT);
                decision = Decision.join(mailbox.post(new Job.LogOut(before, interrupted)));
            }
        } finally {
            lock.unlock();
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
        lock.lock();
        try {
            ended = new Ended(snapshot, Optional.ofNullable(isClosed() ? null : mailbox.underway()));
            logins = mailbox.takeLogins();
            if (!isClosed()) {
                end(SessionState.CLOSED, SessionFailure.CLIENT_CLOSED);
            }
        } finally {
            lock.unlock();
        }
        abandon(ended.interrupted(), logins, SessionFailure.CLIENT_CLOSED);
        return ended;
    }

    /** Caller holds the lock. */
    private void end(SessionState state, SessionFailure why) {
        snapshot = snapshot.ended(state, snapshot.generation() + 1, why);
        history.changed(state);
    }

    private void abandon(Optional<Work> interrupted, List<Work> logins, SessionFailure why) {
        interrupted.ifPresent(work -> work.abandon(why));
        logins.forEach(login -> login.settle(Outcome.of(why), () -> {}));
        room.wake();
    }

    /** Waits, at most so long, until nothing is underway and nothing waits; see {@link Mailbox#awaitEmpty}. */
    boolean awaitIdle(long nanos) throws InterruptedException {
        return mailbox.awaitEmpty(nanos);
    }

    /** The threads have been ended. */
    void ended() {
        mailbox.end();
    }

    /** Lets go of what the work is done with: credentials, and what was learned of tokens. */
    void forget() {
        worker = work -> Outcome.of(SessionFailure.CLIENT_CLOSED);
        replaced.forget();
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
        boolean isOver = isClosed() || (current.state() == SessionState.LOGGED_OUT && !mayComeBack(underway));
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

    private <T> T locked(Supplier<T> decision) {
        lock.lock();
        try {
            return decision.get();
        } finally {
            lock.unlock();
        }
    }

    private void lockedDo(Runnable change) {
        lock.lock();
        try {
            change.run();
        } finally {
            lock.unlock();
        }
    }

    /** What waits for its own work would wait for ever. */
    private Decision join(Work underway) {
        return underway.isOwn() || threads.userCode().runsHere()
                ? Decision.fail(SessionFailure.OWN_CALL)
                : Decision.join(underway);
    }

    private boolean isClosed() {
        return snapshot.state() == SessionState.CLOSED;
    }

    private void carryOut(Work work) {
        work.start(time.nanoTime());
        Outcome outcome;
        try {
            work.awaitSlower(mailbox.longest().toNanos());
            SessionFailure ended = whyNot(work);
            if (ended != null) {
                outcome = Outcome.of(ended);
            } else {
                outcome = work.isOvertakenBy(snapshot, time.nanoTime()) ? new Outcome.NothingNew() : worker.apply(work);
            }
        } catch (Throwable e) {
            outcome = Outcome.of(SessionFailure.passing(e)); // Whatever was thrown: nobody waits for ever.
        }
        finish(work, outcome);
    }

    /** After a logout or a close nothing may be asked for any more. Null if the session goes on, and for the logout itself. */
    private @Nullable SessionFailure whyNot(Work work) {
        if (work.job() instanceof Job.LogOut) {
            return null;
        }
        Snapshot current = snapshot;
        if (current.state() != SessionState.CLOSED && current.generation() == work.generation()) {
            return null;
        }
        return current.failure() == null ? SessionFailure.LOGGED_OUT : current.failure();
    }

    /** An outcome becomes the state, and those who wait are told before anybody else. */
    private void finish(Work work, Outcome outcome) {
        long now = time.nanoTime();
        Snapshot before;
        Snapshot after;
        boolean wanted;
        boolean leftBehind;
        Work next;
        lock.lock();
        try {
            before = snapshot;
            leftBehind = mailbox.underway() != work && !isClosed();
            boolean goesOn = before.generation() == work.generation() && !isClosed();
            wanted = work.job() instanceof Job.LogOut || (goesOn && (!leftBehind || outcome instanceof Obtained));
            after = wanted ? after(work, outcome, before, now) : before;
            snapshot = after;
            // What follows on this state finds the note taken, and the tokens to be logged out.
            if (wanted) {
                history.ended(work, outcome, before, after);
                events.note(work, outcome, before);
            } else if (!leftBehind && outcome instanceof Obtained late) {
                work.leaveLate(late.tokens());
            }
            next = mailbox.next(work);
        } finally {
            lock.unlock();
        }
        try {
            room.wake();
            history.tell();
            if (wanted) {
                unsaved.follow(after, this::save);
                replace(before, outcome);
            }
        } finally {
            work.settle(wanted ? forThoseWhoWait(work, outcome, now) : forThoseWhoLook(after), events::deliver);
            if (next != null) {
                mailbox.start(next);
            }
        }
        if (!wanted && leftBehind && outcome instanceof Obtained late) {
            replaced.logOutNow(late.tokens());
        }
    }

    /** Caller holds the lock. What an outcome makes of the state, and of the next tries. */
    private Snapshot after(Work work, Outcome outcome, Snapshot before, long now) {
        boolean asksNobody = work.isSavingTokens() || work.isRestoring();
        if (!asksNobody && outcome instanceof Obtained) {
            pause.end();
        }
        if (!asksNobody && work.job() instanceof Renew && outcome instanceof Failed failed) {
            double jitter = ThreadLocalRandom.current().nextDouble();
            pause.begin(failed.failure(), work.job().isBackground(), work.startedAt(), now, jitter);
            return before.afterFailure(failed.failure(), pause.until());
        }
        Snapshot after = before.after(outcome);
        return work.job() instanceof Job.LogIn login && outcome instanceof Obtained
                ? login.given()
                        .map(credentials -> after.given(after.given().with(credentials)))
                        .orElse(after)
                : after;
    }

    /** What was only saved may have ended; who waits then looks again. */
    private static Outcome forThoseWhoWait(Work work, Outcome outcome, long now) {
        boolean useless = work.isSavingTokens()
                && outcome instanceof Obtained saved
                && !saved.tokens().isUsable(now);
        return useless ? new Outcome.NothingNew() : outcome;
    }

    /** The outcome is not wanted: other work has brought tokens, or is about to, unless the session is over. */
    private static Outcome forThoseWhoLook(Snapshot current) {
        SessionFailure failure = current.failure();
        return failure == null ? new Outcome.NothingNew() : Outcome.of(failure);
    }

    private void replace(Snapshot before, Outcome outcome) {
        LiveTokens old = before.tokens();
        if (old != null
                && outcome instanceof Obtained obtained
                && !old.authorization().equals(obtained.tokens().authorization())) {
            replaced.replaced(old);
        }
    }

    /** Starts another attempt to save what the store could not take. */
    private void save() {
        lockedDo(() -> {
            if (mailbox.isFree() && unsaved.isLeft(snapshot)) {
                mailbox.post(new Job.Save());
                if (mailbox.isFree()) {
                    unsaved.follow(snapshot, this::save); // There was no thread for it.
                }
            }
        });
    }
}
