package dev.latchkey.devicehive;

import dev.latchkey.core.ApiCall;
import dev.latchkey.core.Operation;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A call, and a second one that is made of what the first one brought. Each has the client's limit for itself. */
record ReadThenChange<A, T extends @Nullable Object>(ApiCall<A> read, Function<A, ApiCall<T>> change)
        implements Operation<T> {

    @Override
    public T execute() {
        return change.apply(read.execute()).execute();
    }

    @Override
    public CompletableFuture<T> executeAsync() {
        return started(null);
    }

    @Override
    public CompletableFuture<T> executeAsync(Executor executor) {
        return started(executor);
    }

    /** Once the whole has ended, be it cancelled, nothing is begun any more. */
    private CompletableFuture<T> started(@Nullable Executor executor) {
        CompletableFuture<T> whole = new CompletableFuture<>();
        CompletableFuture<T> unused = endedWith(whole, begun(read, executor))
                .thenCompose(found -> whole.isDone() ? whole : endedWith(whole, begun(change.apply(found), executor)))
                .whenComplete((value, failure) -> settle(whole, value, failure));
        return whole;
    }

    private static <S extends @Nullable Object> CompletableFuture<S> begun(
            ApiCall<S> call, @Nullable Executor executor) {
        return executor == null ? call.executeAsync() : call.executeAsync(executor);
    }

    /** However the whole ends, its parts end with it. */
    private static <S extends @Nullable Object> CompletableFuture<S> endedWith(
            CompletableFuture<?> whole, CompletableFuture<S> part) {
        CompletableFuture<?> unused = whole.whenComplete((value, failure) -> part.cancel(false));
        return part;
    }

    private static <T extends @Nullable Object> void settle(
            CompletableFuture<T> whole, T value, @Nullable Throwable failure) {
        if (failure == null) {
            whole.complete(value);
        } else {
            whole.completeExceptionally(
                    failure instanceof CompletionException && failure.getCause() != null
                            ? failure.getCause()
                            : failure);
        }
    }

    /** What it sends, without values. */
    @Override
    public String toString() {
        return read + ", then a change";
    }
}
