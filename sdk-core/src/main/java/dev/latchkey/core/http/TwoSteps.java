package dev.latchkey.core.http;

import dev.latchkey.core.ApiException;
import dev.latchkey.core.Operation;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An operation, and another one that is made of what the first has brought. Each has the client's limit for itself. Either may be
 * of two steps again.
 *
 * <p>Immutable and safe for use by many threads, as its steps are.
 *
 * @param <A> what the first yields
 * @param <T> what the second yields, and so the whole
 */
public final class TwoSteps<A extends @Nullable Object, T extends @Nullable Object> implements Operation<T> {
    private final Operation<A> first;
    private final Function<A, Operation<T>> second;
    private final UnaryOperator<ApiException> failed;

    private TwoSteps(Operation<A> first, Function<A, Operation<T>> second, UnaryOperator<ApiException> failed) {
        this.first = first;
        this.second = second;
        this.failed = failed;
    }

    /**
     * One step after the other.
     *
     * @param first begins
     * @param second makes the rest of what the first has brought
     * @return the whole, which fails as the step does that fails
     * @param <A> what the first yields
     * @param <T> what the second yields
     */
    public static <A extends @Nullable Object, T extends @Nullable Object> TwoSteps<A, T> of(
            Operation<A> first, Function<A, Operation<T>> second) {
        return new TwoSteps<>(first, second, failure -> failure);
    }

    /**
     * The same, where something else is to be said if the second step fails: the first has been done then.
     *
     * @param saying makes the failure of the whole of that of the second step
     * @return the whole
     */
    public TwoSteps<A, T> ifSecondFails(UnaryOperator<ApiException> saying) {
        return new TwoSteps<>(first, second, saying);
    }

    @Override
    public T execute() {
        Operation<T> rest = second.apply(first.execute());
        try {
            return rest.execute();
        } catch (ApiException e) {
            throw failed.apply(e);
        }
    }

    @Override
    public CompletableFuture<T> executeAsync() {
        return started(null);
    }

    @Override
    public CompletableFuture<T> executeAsync(Executor executor) {
        return started(executor);
    }

    /** Once the whole has ended, however that was, nothing is begun any more. */
    private CompletableFuture<T> started(@Nullable Executor executor) {
        CompletableFuture<T> whole = new CompletableFuture<>();
        whenEnded(begun(first, executor, whole), (found, failure) -> {
            if (failure != null) {
                whole.completeExceptionally(failure);
            } else if (!whole.isDone()) {
                goOn(found, executor, whole);
            }
        });
        return whole;
    }

    private void goOn(A found, @Nullable Executor executor, CompletableFuture<T> whole) {
        try {
            whenEnded(begun(second.apply(found), executor, whole), (value, failure) -> {
                if (failure == null) {
                    whole.complete(value);
                } else {
                    whole.completeExceptionally(said(failure));
                }
            });
        } catch (RuntimeException e) {
            whole.completeExceptionally(e);
        }
    }

    private Throwable said(Throwable failure) {
        try {
            return failure instanceof ApiException known ? failed.apply(known) : failure;
        } catch (RuntimeException e) {
            return e;
        }
    }

    /** However the whole ends, its steps end with it. */
    private static <S extends @Nullable Object> CompletableFuture<S> begun(
            Operation<S> step, @Nullable Executor executor, CompletableFuture<?> whole) {
        CompletableFuture<S> begun = executor == null ? step.executeAsync() : step.executeAsync(executor);
        CompletableFuture<?> unused = whole.whenComplete((value, failure) -> begun.cancel(false));
        return begun;
    }

    private static <S extends @Nullable Object> void whenEnded(
            CompletableFuture<S> step, BiConsumer<S, @Nullable Throwable> then) {
        CompletableFuture<S> unused = step.whenComplete((value, failure) -> then.accept(
                value,
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure));
    }

    /** What is sent first, without values. */
    @Override
    public String toString() {
        return first + ", then another call";
    }
}
