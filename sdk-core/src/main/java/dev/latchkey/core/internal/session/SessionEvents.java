package dev.latchkey.core.internal.session;

import dev.latchkey.core.SessionExpiredException.Reason;
import dev.latchkey.core.auth.LogoutResult;
import dev.latchkey.core.auth.SessionListener;
import dev.latchkey.core.auth.SessionState;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Tells the listeners what happened, each in order, on threads of their own: what one of them does keeps nobody waiting. */
final class SessionEvents {
    private final List<ListenerLane> lanes = new CopyOnWriteArrayList<>();
    private final Executor threads;
    private final LongSupplier clock;

    /** The clock gives monotonic nanoseconds. */
    SessionEvents(Executor threads, LongSupplier clock) {
        this.threads = threads;
        this.clock = clock;
    }

    void add(SessionListener listener) {
        lanes.add(new ListenerLane(listener, threads, clock));
    }

    void remove(SessionListener listener) {
        lanes.stream().filter(lane -> lane.isOf(listener)).findFirst().ifPresent(lane -> {
            lanes.remove(lane);
            lane.end();
        });
    }

    void tell(Consumer<SessionListener> event) {
        note(event);
        deliver();
    }

    /** Notes what has come of some work; the caller's lock gives the notes the order of the states. */
    void note(Work work, Outcome outcome, Snapshot before) {
        if (outcome instanceof Outcome.LoggedOut out) {
            note(listener -> listener.loggedOut(out.result()));
        } else if (outcome instanceof Outcome.Obtained obtained) {
            LiveTokens previous = before.tokens();
            boolean onlySaved = previous != null
                    && previous.authorization().equals(obtained.tokens().authorization());
            if (!onlySaved) {
                note(SessionListener::renewed);
            }
        } else if (outcome.failure() != null) {
            note(work, outcome.failure(), before);
        }
    }

    private void note(Work work, SessionFailure failure, Snapshot before) {
        boolean isKnown = before.state() == SessionState.LOGGED_OUT && failure.reason() == Reason.LOGGED_OUT;
        boolean isOver = failure.kind() == SessionFailure.Kind.EXPIRED;
        // Whoever asked for it is told by its outcome.
        boolean isTold = work.job() instanceof Job.LogIn || (work.isRestoring() && !isOver);
        if (isKnown || isTold || failure.kind() == SessionFailure.Kind.CLOSED) {
            return;
        }
        if (!isOver) {
            note(listener -> listener.renewalFailed(failure.forCall("session", "renewal")));
        } else if (failure.reason() == Reason.LOGGED_OUT) {
            note(listener -> listener.loggedOut(LogoutResult.LOCAL_ONLY));
        } else if (before.state() != SessionState.EXPIRED) {
            note(listener -> listener.expired(failure.expiredForListeners()));
        }
    }

    private void note(Consumer<SessionListener> event) {
        lanes.forEach(lane -> lane.note(event));
    }

    /** Tells what was noted, in the order of the notes. Not under a lock. */
    void deliver() {
        lanes.forEach(ListenerLane::deliver);
    }
}
