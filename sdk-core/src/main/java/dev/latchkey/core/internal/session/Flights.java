package dev.latchkey.core.internal.session;

import dev.latchkey.core.TimeSource;
import dev.latchkey.core.auth.RenewalReason;
import dev.latchkey.core.auth.SessionKey;
import dev.latchkey.core.auth.SessionState;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The state of a session and its one flight: what is decided here is decided under one lock, which is never held over
 * I/O. The work of a flight runs on the session's threads.
 */
final class Flights {
    private final TimeSource time;
    private final Executor threads;
    private final BiFunction<Flight, Snapshot, Outcome> renewal;
    private final Landing landing;
    private final FlightQueue queue;

    private final ReentrantLock lock = new ReentrantLock();
    private final RenewalPause pause = new RenewalPause();
    private final Transitions transitions = new Transitions(pause);
    private final ForcedRenewals forced = new ForcedRenewals();
    private final WaitingRoom room;
    private final SessionHistory history;
    private final Runway runway = new Runway(lock, this::snapshot);
    private final LooksAfterLogout looks = new LooksAfterLogout();
    private long logouts;
    private volatile Snapshot snapshot;

    Flights(
            TimeSource time,
            Executor threads,
            BiFunction<Flight, Snapshot, Outcome> renewal,
            Landing landing,
            long slotWaitNanos,
            Snapshot first) {
        this(
                time,
                threads,
                renewal,
                landing,
                slotWaitNanos,
                first,
                new WaitingRoom(time),
                new SessionHistory(time, new SessionKey("", "", "")));
    }

    Flights(
            TimeSource time,
            Executor threads,
            BiFunction<Flight, Snapshot, Outcome> renewal,
            Landing landing,
            long slotWaitNanos,
            Snapshot first,
            WaitingRoom room,
            SessionHistory history) {
        this.time = time;
        this.history = history;
        this.room = room;
        this.threads = threads;
        this.renewal = renewal;
        this.landing = landing;
        this.queue = new FlightQueue(threads, slotWaitNanos);
        this.snapshot = first;
        history.changed(first.state());
    }

    Snapshot snapshot() {
        return snapshot;
    }

    /** For a call that found no fresh token. */
    Step forToken(Patience patience) {
        lock.lock();
        try {
            Snapshot current = snapshot;
            Held held = current.held();
            long now = time.nanoTime();
            if (held != null && held.isUsable(now)) {
                // Whoever waited for the lock may find that the renewal has landed meanwhile.
                boolean due = now - current.freshUntil() >= 0;
                if (due && runway.isFree() && pause.current(now) == null) {
                    start(Flight.renewal(true, null).because(RenewalReason.AHEAD_OF_TIME));
                }
                return Step.send(held.authorization());
            }
            if (current.state() == SessionState.LOGGED_OUT && runway.isFree() && looks.isDue(now)) {
                return Step.join(start(Flight.renewal(false, null))); // Somebody may have logged in elsewhere.
            }
            Step step = joinOrWait(current, now, patience);
            RenewalReason reason = held == null ? RenewalReason.FIRST_USE : RenewalReason.EXPIRED;
            return step != null
                    ? step
                    : Step.join(start(Flight.renewal(false, null).because(reason)));
        } finally {
            lock.unlock();
        }
    }

    /**
     * For a call whose token was refused.
     *
     * @param asked whether it has already forced a renewal
     * @param hopeless whether it is refused whatever token it sends
     */
    Step afterRefusal(Authorization refused, boolean asked, boolean hopeless, Patience patience) {
        lock.lock();
        try {
            Snapshot current = snapshot;
            Held held = current.held();
            long now = time.nanoTime();
            // A renewal in flight is joined first: the token at hand may be the one that it is about to kill.
            if (runway.isFree()
                    && held != null
                    && held.isUsable(now)
                    && !held.authorization().equals(refused)) {
                return Step.send(held.authorization());
            }
            boolean unexpired = current.isUsable(now);
            if (hopeless && unexpired && runway.isFree()) {
                return Step.GIVE_UP;
            }
            Step step = joinOrWait(current, now, patience);
            if (step != null) {
                return step;
            }
            boolean triesAgain = patience.hasFailed();
            if (!triesAgain && (asked || (unexpired && !forced.tryTake(now)))) {
                return Step.GIVE_UP;
            }
            Flight started = start(Flight.renewal(false, refused).because(RenewalReason.REFUSED));
            return unexpired ? Step.force(started) : Step.join(started);
        } finally {
            lock.unlock();
        }
    }

    /** Starts the renewal of a refused token that nobody waits for. */
    void renewInBackground(Authorization refused) {
        lock.lock();
        try {
            Held held = snapshot.held();
            long now = time.nanoTime();
            boolean due = held != null && held.authorization().equals(refused);
            if (due && runway.isFree() && pause.current(now) == null && forced.tryTake(now)) {
                start(Flight.renewal(true, refused).because(RenewalReason.REFUSED));
            }
        } finally {
            lock.unlock();
        }
    }

    /** Starts another attempt to save what the store could not take. */
    private void saveAgain() {
        lock.lock();
        try {
            Held held = snapshot.held();
            if (held != null && !held.saved() && runway.isFree()) {
                start(Flight.saving(held));
            }
        } finally {
            lock.unlock();
        }
    }

    /** Starts or joins a renewal that the user asked for, whatever pause there is. */
    Step renewNow() {
        lock.lock();
        try {
            Snapshot current = snapshot;
            Held held = current.held();
            Step step = joinOrEnd(current);
            return step != null
                    ? step
                    : Step.join(start(Flight.renewal(false, held == null ? null : held.authorization())
                            .because(RenewalReason.REQUESTED)));
        } finally {
            lock.unlock();
        }
    }

    /** Starts to take up what the store has, or joins what is underway; nothing if there is a usable token. */
    Step restore() {
        lock.lock();
        try {
            Snapshot current = snapshot;
            Held held = current.held();
            if (held != null && held.isUsable(time.nanoTime())) {
                return Step.send(held.authorization());
            }
            Flight flying = runway.underway();
            if (current.state() == SessionState.CLOSED) {
                return Step.fail(Trouble.CLIENT_CLOSED);
            }
            return Step.join(flying == null ? start(Flight.restoring()) : flying);
        } finally {
            lock.unlock();
        }
    }

    /** Nanoseconds until a token is asked for again after a failure; negative if nothing is to come. */
    long nanosToNextTry() {
        lock.lock();
        try {
            Snapshot current = snapshot;
            boolean goesOn = current.state() == SessionState.NEW || current.state() == SessionState.ACTIVE;
            long now = time.nanoTime();
            return goesOn ? pause.nanosToNextTry(current.isUsable(now), now) : -1;
        } finally {
            lock.unlock();
        }
    }

    /** A forced renewal helped. */
    void giveBack() {
        lock.lock();
        try {
            forced.giveBack();
        } finally {
            lock.unlock();
        }
    }

    /** Logs in once what was queued before and what is underway has landed, unless a logout or a close comes first. */
    void logIn(Flight login) {
        lock.lock();
        try {
            login.askAfter(logouts);
            queue.add(login, runway::tryTake, this::isClosed, this::fly);
        } finally {
            lock.unlock();
        }
    }

    /** Runs a renewal or login that has the runway. */
    void fly(Flight flown) {
        flown.runBy(Thread.currentThread());
        flown.startAt(time.nanoTime());
        Outcome outcome;
        try {
            Trouble ended = whyNotAsk(flown);
            outcome = ended == null ? renewal.apply(flown, flown.basis()) : Outcome.of(ended);
        } catch (Throwable e) {
            outcome = Outcome.of(Trouble.passing(e));
        }
        land(flown, outcome);
    }

    /** After a logout or a close nothing may be asked for any more. Null if the session goes on. */
    private @Nullable Trouble whyNotAsk(Flight flown) {
        lock.lock();
        try {
            Snapshot current = snapshot;
            boolean loggedOutSince = flown.kind() == Flight.Kind.LOGIN && flown.logoutsBefore() != logouts;
            boolean goesOn = current.state() != SessionState.CLOSED && current.generation() == flown.generation();
            if (goesOn && !loggedOutSince) {
                return null;
            }
            return current.trouble() == null ? Trouble.LOGGED_OUT : current.trouble();
        } finally {
            lock.unlock();
        }
    }

    /** Waits, at most so long, until nothing flies and nothing is queued; see {@link Runway#awaitIdle}. */
    boolean awaitIdle(long nanos) throws InterruptedException {
        return runway.awaitIdle(queue, nanos);
    }

    /**
     * Ends the session here: those who wait for the flight underway stop waiting, its tokens will not be used, and logins
     * that wait for their turn will not be made.
     *
     * @param work of the logout, if there is anything to log out; it follows at once on what is queued before it
     * @return what was before, and the flight underway
     */
    Ended logOut(Flight logout, BiConsumer<Ended, Flight> work) {
        Ended ended;
        lock.lock();
        try {
            logouts++;
            boolean isOver = snapshot.state() == SessionState.LOGGED_OUT && !runway.isLoggingIn();
            ended = isOver ? Ended.before(snapshot) : end(SessionState.LOGGED_OUT, Trouble.LOGGED_OUT);
            if (ended.changed()) {
                queue.add(logout, runway::tryTake, this::isClosed, flown -> work.accept(ended, flown));
            }
        } finally {
            lock.unlock();
        }
        ended.abandon(Trouble.LOGGED_OUT);
        room.wake();
        return ended;
    }

    /** Ends the session here for good. */
    Ended close() {
        Ended ended;
        lock.lock();
        try {
            ended = end(SessionState.CLOSED, Trouble.CLIENT_CLOSED);
        } finally {
            lock.unlock();
        }
        ended.abandon(Trouble.CLIENT_CLOSED);
        room.wake();
        return ended;
    }

    /** Caller holds the lock. */
    private Ended end(SessionState state, Trouble why) {
        Snapshot before = snapshot;
        if (before.state() == SessionState.CLOSED) {
            return Ended.before(before);
        }
        snapshot = before.ended(state, before.generation() + 1, why);
        history.changed(state);
        return new Ended(before, runway.underway(), true);
    }

    /** A logout is through: the generation is the one that its tombstone has. */
    void landLogout(Flight flown, long generation) {
        lock.lock();
        try {
            runway.leave(flown);
            Snapshot current = snapshot;
            if (current.state() == SessionState.LOGGED_OUT && generation > current.generation()) {
                snapshot = current.ended(SessionState.LOGGED_OUT, generation, Trouble.LOGGED_OUT);
            }
        } finally {
            lock.unlock();
        }
    }

    private static boolean isLook(@Nullable Flight flying) {
        return flying != null
                && flying.kind() == Flight.Kind.RENEWAL
                && flying.basis().state() == SessionState.LOGGED_OUT;
    }

    /** Starts what is left to do for a logout, if nothing else is underway; false if the session is not logged out any more. */
    boolean afterLogout() {
        lock.lock();
        try {
            boolean loggedOut = snapshot.state() == SessionState.LOGGED_OUT;
            if (loggedOut && runway.isFree()) {
                start(Flight.renewal(true, null));
            }
            return loggedOut;
        } finally {
            lock.unlock();
        }
    }

    /** Caller holds the lock. Null if a token may be asked for now. */
    private @Nullable Step joinOrWait(Snapshot current, long now, Patience patience) {
        Step step = joinOrEnd(current);
        Trouble pausing = step == null ? pause.currentAttended(now, patience) : null;
        if (pausing == null) {
            return step;
        }
        long left = pause.leftAttended(now);
        if (pausing.isWorthWaiting() && left < patience.leftNanos()) {
            return Step.pause(pausing, left, pause.number());
        }
        Duration asked = pausing.retryAfter();
        return Step.fail(
                asked == null ? pausing : pausing.passingAfter(Duration.ofNanos(Math.min(left, asked.toNanos()))));
    }

    /** Caller holds the lock. Null if the session goes on and there is nothing to join. */
    private @Nullable Step joinOrEnd(Snapshot current) {
        Flight flying = runway.underway();
        Trouble trouble = current.trouble();
        if (trouble != null
                && (current.state() == SessionState.CLOSED
                        || (current.state() == SessionState.LOGGED_OUT && !runway.isLoggingIn() && !isLook(flying)))) {
            return Step.fail(trouble);
        }
        return flying == null ? null : Step.join(flying);
    }

    /** Caller holds the lock. A thread that cannot be started fails the flight rather than hanging it. */
    private Flight start(Flight started) {
        runway.take(started);
        try {
            threads.execute(() -> fly(started));
        } catch (RuntimeException | OutOfMemoryError e) {
            runway.leave(started);
            started.fail(isClosed() ? Trouble.CLIENT_CLOSED : Trouble.passing(e));
        }
        return started;
    }

    private boolean isClosed() {
        return snapshot.state() == SessionState.CLOSED;
    }

    private void land(Flight flown, Outcome outcome) {
        Snapshot before;
        Snapshot after;
        boolean wanted;
        Held revoked;
        long now = time.nanoTime();
        lock.lock();
        try {
            before = snapshot;
            boolean leftBehind = !runway.leave(flown);
            revoked = leftBehind && before.state() != SessionState.CLOSED ? outcome.held() : null;
            wanted = before.generation() == flown.generation()
                    && before.state() != SessionState.CLOSED
                    && (!leftBehind || outcome.held() != null);
            after = wanted ? transitions.after(flown, outcome, before, now) : before;
            snapshot = after;
            if (wanted) {
                history.landed(flown, outcome, before, after);
            }
            // What follows on this state finds the note taken, and the tokens to be logged out.
            if (wanted) {
                landing.note(flown, outcome, before);
            } else {
                flown.leaveLate(revoked == null ? outcome.held() : null);
            }
        } finally {
            lock.unlock();
        }
        room.wake();
        history.tell();
        if (wanted) {
            landing.wanted(flown, outcome, before, after, now, this::saveAgain);
        } else {
            landing.unwanted(flown, after);
            landing.revoke(revoked);
        }
    }
}
