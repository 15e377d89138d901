package dev.latchkey.controlbyweb;

import dev.latchkey.core.ApiCall;
import dev.latchkey.core.ApiException;
import dev.latchkey.core.CallCanceledException;
import dev.latchkey.core.CallInterruptedException;
import dev.latchkey.core.Operation;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** List, create, list: the server does not tell which token it has made. */
final class DeviceAccessTokenCreation implements Operation<List<DeviceAccessToken>> {
    private final ApiCall<List<DeviceAccessToken>> list;
    private final ApiCall<Confirmation> create;

    DeviceAccessTokenCreation(ApiCall<List<DeviceAccessToken>> list, ApiCall<Confirmation> create) {
        this.list = list;
        this.create = create;
    }

    @Override
    public List<DeviceAccessToken> execute() {
        List<DeviceAccessToken> before = list.execute();
        create.execute();
        try {
            return added(before, list.execute());
        } catch (ApiException e) {
            throw made(e);
        }
    }

    @Override
    public CompletableFuture<List<DeviceAccessToken>> executeAsync() {
        return executeAsync(Runnable::run);
    }

    @Override
    public CompletableFuture<List<DeviceAccessToken>> executeAsync(Executor executor) {
        Steps steps = new Steps(executor);
        steps.begin();
        return steps;
    }

    private static List<DeviceAccessToken> added(List<DeviceAccessToken> before, List<DeviceAccessToken> after) {
        List<String> known = before.stream().map(DeviceAccessToken::token).collect(Collectors.toList());
        return List.copyOf(
                after.stream().filter(token -> !known.contains(token.token())).collect(Collectors.toList()));
    }

    /** To try again would make another token. */
    private static ApiException made(ApiException e) {
        return e instanceof CallInterruptedException || e instanceof CallCanceledException
                ? e
                : new ApiException(
                        e.failure()
                                .saying(
                                        "The token was made, but listing the tokens failed, so it is not known which it is."
                                                + " Do not create it again; list them later.")
                                .after(true, false),
                        e);
    }

    /** One request after the other, without a thread that waits. Cancelling it cancels the one underway. */
    private final class Steps extends CompletableFuture<List<DeviceAccessToken>> {
        private final Executor executor;
        private volatile @Nullable CompletableFuture<?> underway;

        Steps(Executor executor) {
            this.executor = executor;
        }

        void begin() {
            step(
                    list,
                    before -> step(
                            create,
                            created -> step(list, after -> deliver(() -> complete(added(before, after))), true),
                            false),
                    false);
        }

        private <T> void step(ApiCall<T> call, Consumer<T> next, boolean made) {
            if (isDone()) {
                return;
            }
            CompletableFuture<T> answer = call.executeAsync();
            underway = answer;
            if (isDone()) {
                answer.cancel(true); // It was ended while this was started.
            }
            CompletableFuture<T> unused = answer.whenComplete((value, failure) -> {
                if (failure == null) {
                    next.accept(value);
                } else {
                    Throwable cause = cause(failure);
                    deliver(() ->
                            completeExceptionally(made && cause instanceof ApiException known ? made(known) : cause));
                }
            });
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

        private static Throwable cause(Throwable failure) {
            return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
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

    @Override
    public String toString() {
        return create.toString();
    }
}
