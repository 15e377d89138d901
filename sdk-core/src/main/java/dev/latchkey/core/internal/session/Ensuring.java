package dev.latchkey.core.internal.session;

import dev.latchkey.core.auth.SessionState;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

/** Sees to it that there is a usable token, as a call does, but holds no thread while it waits. */
final class Ensuring {
    private final Flights flights;
    private final WaitingRoom room;
    private final SessionThreads threads;
    private final Patience patience;
    private final Supplier<SessionState> state;
    private final CompletableFuture<SessionState> result = new CompletableFuture<>();

    Ensuring(
            Flights flights,
            WaitingRoom room,
            SessionThreads threads,
            long patienceNanos,
            Supplier<SessionState> state) {
        this.flights = flights;
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
            Step step = flights.forToken(patience);
            Flight flight = step.flight();
            Trouble trouble = step.trouble();
            if (step.authorization() != null) {
                result.complete(state.get());
            } else if (flight != null) {
                join(flight);
            } else if (trouble != null && step.pause() > 0 && patience.outlasts(trouble)) {
                long number = step.pauseNumber();
                room.later(threads, change, step.pause(), () -> lookAfter(number), this::look);
            } else if (trouble != null) {
                fail(trouble);
            }
        } catch (RejectedExecutionException e) {
            fail(Trouble.CLIENT_CLOSED);
        } catch (RuntimeException | OutOfMemoryError e) {
            fail(Trouble.passing(e));
        }
    }

    private void lookAfter(long pauseNumber) {
        patience.waitOut(pauseNumber);
        look();
    }

    private void join(Flight flight) {
        if (flight.isOwn(Thread.currentThread()) || threads.userCode().runsHere()) {
            fail(Trouble.OWN_FLIGHT);
            return;
        }
        CompletableFuture<Void> unused = flight.settled().thenAccept(this::landed);
    }

    private void landed(Flight flight) {
        Trouble trouble = flight.trouble();
        boolean needsPerson = trouble != null && trouble.kind() == Trouble.Kind.MFA_REQUIRED && flight.isBackground();
        if (trouble == null || needsPerson || patience.outlasts(trouble)) {
            look();
        } else {
            fail(trouble);
        }
    }

    private void fail(Trouble trouble) {
        result.completeExceptionally(trouble.forCall("session", "ensure"));
    }
}
