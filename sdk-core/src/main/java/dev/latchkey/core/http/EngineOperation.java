package dev.latchkey.core.http;

import dev.latchkey.core.ApiException;
import dev.latchkey.core.CallCanceledException;
import dev.latchkey.core.CallInterruptedException;
import dev.latchkey.core.Failure;
import dev.latchkey.core.Operation;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something that the session does, seen by a user. Who gives up waiting for it does not stop it: others may wait for the
 * same.
 */
final class EngineOperation<T> implements Operation<T> {
    private final String name;
    private final Executor threads;
    private final Supplier<CompletableFuture<T>> start;

    /**
     * An operation that has not begun.
     *
     * @param threads complete the futures: on the session's own, what is chained to them would keep all others waiting
     */
    EngineOperation(String name, Executor threads, Supplier<CompletableFuture<T>> start) {
        this.name = name;
        this.threads = threads;
        this.start = start;
    }

    @Override
    public T execute() {
        try {
            return start.get().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallInterruptedException(local("The thread was interrupted. What it waited for goes on."), e);
        } catch (CancellationException e) {
            throw new CallCanceledException(local("It was cancelled."), e);
        } catch (ExecutionException e) {
            throw thrown(e.getCause() == null ? e : e.getCause());
        }
    }

    @Override
    public CompletableFuture<T> executeAsync() {
        return executeAsync(threads);
    }

    @Override
    public CompletableFuture<T> executeAsync(Executor executor) {
        CompletableFuture<T> waiting = new CompletableFuture<>();
        CompletableFuture<T> done = start.get();
        CompletableFuture<T> unused = done.whenComplete((value, failure) -> {
            try {
                executor.execute(() -> settle(waiting, value, failure));
            } catch (RuntimeException | OutOfMemoryError e) {
                settle(waiting, value, failure);
            }
        });
        return waiting;
    }

    private void settle(CompletableFuture<T> waiting, T value, @Nullable Throwable failure) {
        if (failure == null) {
            waiting.complete(value);
        } else {
            waiting.completeExceptionally(thrown(failure));
        }
    }

    private RuntimeException thrown(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof RuntimeException known) {
            return known;
        }
        return new ApiException(local("It failed unexpectedly."), cause);
    }

    /** What was waited for goes on, and may well succeed; to ask for it again does no harm. */
    private Failure local(String problem) {
        return Failure.local("session", name, problem).after(true, true);
    }

    @Override
    public String toString() {
        return "session " + name;
    }
}
