package dev.latchkey.core.internal.session;

import dev.latchkey.core.TimeSource;
import dev.latchkey.core.auth.SessionState;
import dev.latchkey.core.internal.session.Job.Renew;
import dev.latchkey.core.internal.session.Outcome.Failed;
import dev.latchkey.core.internal.session.Outcome.Obtained;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Carries jobs out, one at a time on the session's threads, and makes of each outcome the session's next state: those who
 * wait are told first, then the listeners, then the next job begins.
 */
final class JobRunner {
    private final TimeSource time;
    private final EngineState state;
    private volatile Function<Work, Outcome> worker;
    private final WaitingRoom room;
    private final SessionHistory history;
    private final SessionEvents events;
    private final Unsaved unsaved;
    private final ReplacedTokens replaced;
    private final Mailbox mailbox;

    JobRunner(
            SessionSettings settings,
            EngineState state,
            SessionThreads threads,
            Function<Work, Outcome> worker,
            WaitingRoom room,
            SessionHistory history,
            SessionEvents events,
            Unsaved unsaved,
            ReplacedTokens replaced) {
        this.time = settings.time();
        this.state = state;
        this.worker = worker;
        this.room = room;
        this.history = history;
        this.events = events;
        this.unsaved = unsaved;
        this.replaced = replaced;
        Duration longest = settings.tokenTimeout().multipliedBy(4).plus(settings.oneTimePasswordTimeout());
        this.mailbox = new Mailbox(state.lock(), threads, longest, state::snapshot, this::carryOut, this::refused);
    }

    /** Where its jobs come from. */
    Mailbox mailbox() {
        return mailbox;
    }

    /** Lets go of what the work is done with: credentials, and what was learned of tokens. */
    void forget() {
        worker = work -> Outcome.of(SessionFailure.CLIENT_CLOSED);
        replaced.forget();
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
                outcome = work.isOvertakenBy(state.snapshot(), time.nanoTime())
                        ? new Outcome.NothingNew()
                        : worker.apply(work);
            }
        } catch (Throwable e) {
            outcome = Outcome.of(SessionFailure.passing(e)); // Whatever was thrown: nobody waits for ever.
        }
        finish(work, outcome);
    }

    /** There is no thread for it. What is left to be saved is saved when there is one: an attempt may have given way to it. */
    private Outcome refused(Work work, Throwable why) {
        if (work.job() instanceof Job.LogOut job) {
            unsaved.notBuried(job.before(), job.before().tokens());
        }
        unsaved.follow(state.snapshot(), this::save);
        return Outcome.of(state.isClosed() ? SessionFailure.CLIENT_CLOSED : SessionFailure.passing(why));
    }

    /** After a logout or a close nothing may be asked for any more. Null if the session goes on, and for the logout itself. */
    private @Nullable SessionFailure whyNot(Work work) {
        if (work.job() instanceof Job.LogOut) {
            return null;
        }
        Snapshot current = state.snapshot();
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
        state.lock().lock();
        try {
            before = state.snapshot();
            leftBehind = mailbox.underway() != work && !state.isClosed();
            boolean goesOn = before.generation() == work.generation() && !state.isClosed();
            wanted = work.job() instanceof Job.LogOut || (goesOn && (!leftBehind || outcome instanceof Obtained));
            after = wanted ? after(work, outcome, before, now) : before;
            state.replace(after);
            // What follows on this state finds the note taken, and the tokens to be logged out.
            if (wanted) {
                history.ended(work, outcome, before, after);
                events.note(work, outcome, before);
            } else if (!leftBehind && outcome instanceof Obtained late) {
                work.leaveLate(late.tokens());
            }
            next = mailbox.next(work);
        } finally {
            state.lock().unlock();
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
            state.pause().end();
        }
        if (!asksNobody && work.job() instanceof Renew && outcome instanceof Failed failed) {
            double jitter = ThreadLocalRandom.current().nextDouble();
            RenewalPause pause = state.pause();
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
        state.lockedDo(() -> {
            if (mailbox.isFree() && unsaved.isLeft(state.snapshot())) {
                mailbox.post(new Job.Save());
            }
        });
    }
}
