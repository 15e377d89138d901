package dev.latchkey.core.internal.session;

import dev.latchkey.core.auth.SessionState;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

/** Sees to it that there is a usable token, as a call does, but holds no thread while it waits. */
final class Ensuring {
    private final SingleFlight flight;
    private final WaitingRoom room;
    private final SessionThreads threads;
    private final Patience patience;
    private final Supplier<SessionState> state;
    private final CompletableFuture<SessionState> result = new CompletableFuture<>();

    Ensuring(
            SingleFlight flight,
            WaitingRoom room,
            SessionThreads threads,
            long patienceNanos,
            Supplier<SessionState> state) {
        this.flight = flight;
        this.room = room;
        this.threads = threads;
        this.patience = room.patience(patienceNanos, () -> Long.MAX_VALUE);
        this.state = state;
    }

    CompletableFuture<SessionState> begin() {
        look();
        return result;
    }

    private void look() {
        try {
            CompletableFuture<Void> change = room.nextChange();
            Decision decision = flight.forToken(patience);
            if (decision instanceof Decision.Join join) {
                CompletableFuture<Void> unused = join.work().settledOrLeft().thenAccept(work -> ended(join.work()));
            } else if (!(decision instanceof Decision.Fail fail)) {
                result.complete(state.get());
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
