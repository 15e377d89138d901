package dev.latchkey.connectware;

import dev.latchkey.core.ApiCall;
import dev.latchkey.core.ApiException;
import dev.latchkey.core.http.ClientTimer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The future of a registration that waits without a thread. Cancelling it cancels what is underway: a poll, or the wait for
 * the next.
 */
final class PendingRegistration extends CompletableFuture<Registration> {
    private final ClientTimer timer;
    private final RegistrationPolls polls;
    private final Executor executor;
    private volatile @Nullable CompletableFuture<?> underway;

    PendingRegistration(ClientTimer timer, RegistrationPolls polls, Executor executor) {
        this.timer = timer;
        this.polls = polls;
        this.executor = executor;
    }

    void poll() {
        if (isDone()) {
            return;
        }
        try {
            ApiCall<Registration> poll = polls.next();
            CompletableFuture<Registration> answer = poll.executeAsync();
            started(answer);
            CompletableFuture<Registration> unused = answer.whenComplete(this::answered);
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    private void answered(@Nullable Registration answer, @Nullable Throwable failure) {
        if (isDone()) {
            return;
        }
        try {
            if (failure != null) {
                polls.failed(known(failure));
            }
            Registration decided = polls.decided(answer);
            if (decided != null) {
                deliver(() -> complete(decided));
                return;
            }
            CompletableFuture<@Nullable Void> pause = timer.after(polls.pause());
            started(pause);
            CompletableFuture<@Nullable Void> unused = pause.whenComplete((over, ended) -> {
                if (ended == null) {
                    poll();
                } else {
                    fail(ended);
                }
            });
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    /** A cancel may have come while this was started. */
    private void started(CompletableFuture<?> next) {
        underway = next;
        if (isCancelled()) {
            next.cancel(true);
        }
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean cancelled = super.cancel(mayInterruptIfRunning);
        CompletableFuture<?> present = underway;
        if (cancelled && present != null) {
            present.cancel(mayInterruptIfRunning);
        }
        return cancelled;
    }

    private static ApiException known(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause instanceof ApiException known
                ? known
                : new ApiException(RegistrationPolls.failure("The poll failed unexpectedly."), cause);
    }

    private void fail(Throwable failure) {
        deliver(() -> completeExceptionally(failure));
    }

    /** An executor that takes nothing more must not lose the outcome. */
    private void deliver(Runnable completion) {
        try {
            executor.execute(completion);
        } catch (RuntimeException e) {
            completion.run();
        }
    }
}
