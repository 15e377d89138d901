package dev.latchkey.core.internal.session;

import dev.latchkey.core.auth.SessionState;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;

/** Sees to it that there is a usable token, as a call does, but holds no thread while it waits. */
final class Ensuring {
    private final SingleFlight flight;
    private final WaitingRoom room;
    private final SessionThreads threads;
    private final Patience patience;
    private final SessionView view;
    private final CompletableFuture<SessionState> result = new CompletableFuture<>();

    Ensuring(SingleFlight flight, WaitingRoom room, SessionThreads threads, long patienceNanos, SessionView view) {
        this.flight = flight;
        this.room = room;
        this.threads = threads;
        this.patience = room.patience(patienceNanos, () -> Long.MAX_VALUE);
        this.view = view;
    }

    CompletableFuture<SessionState> begin() {
        look();
        return result;
    }

    private void look() {
        try {
            CompletableFuture<Void> change = room.nextChange();
            Decision decision = decision();
            if (decision instanceof Decision.Join join) {
                CompletableFuture<Void> unused = join.work().settledOrLeft().thenAccept(work -> ended(join.work()));
            } else if (!(decision instanceof Decision.Fail fail)) {
                result.complete(view.state());
            } else if (fail.nextTry().isPresent() && patience.outlasts(fail.failure())) {
                room.later(threads, change, fail.nextTry().get(), patience, this::look);
            } else {
                fail(fail.failure());
            }
        } catch (RejectedExecutionException e) {
            fail(SessionFailure.CLIENT_CLOSED);
        } catch (RuntimeException | OutOfMemoryError e) {
            fail(SessionFailure.passing(e));
        }
    }

    /** A token that the server has refused will not do, though it has not ended. */
    private Decision decision() {
        Decision decision = flight.forToken(patience);
        return decision instanceof Decision.Send send && view.isReplaceable(send.authorization())
                ? flight.afterRefusal(send.authorization(), false, false, patience)
                : decision;
    }

    private void ended(Work work) {
        SessionFailure failure = work.result().failure();
        if (failure == null || patience.mayGoOn(failure, work)) {
            look();
        } else {
            fail(failure);
        }
    }

    private void fail(SessionFailure failure) {
        result.completeExceptionally(failure.forCall("session", "ensure"));
    }
}
