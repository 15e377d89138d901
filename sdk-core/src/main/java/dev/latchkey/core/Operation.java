package dev.latchkey.core;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Something that a client can do for its caller, described but not yet started. Nothing happens before one of the
 * methods below is called; each call of them is an execution of its own.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param <T> what it yields
 */
public interface Operation<T extends @Nullable Object> {

    /**
     * Runs this operation and waits for its outcome.
     *
     * @return the outcome
     * @throws ApiException if it fails; the subclass says how
     */
    T execute();

    /**
     * Starts this operation and returns at once. The future completes on a thread of the client: hand longer work to
     * another thread, or use {@link #executeAsync(Executor)}. Cancelling the future cancels what it stands for.
     *
     * @return a future that completes with the outcome, or exceptionally with an {@link ApiException}
     */
    CompletableFuture<T> executeAsync();

    /**
     * Starts this operation and returns at once. The future is completed by the given executor (a user interface's thread,
     * for instance), where everything then runs that was chained to it before without an executor of its own. What is
     * chained to a future that has completed runs at once, on the thread that chains it.
     *
     * @param executor completes the future
     * @return a future that completes with the outcome, or exceptionally with an {@link ApiException}
     */
    CompletableFuture<T> executeAsync(Executor executor);
}
