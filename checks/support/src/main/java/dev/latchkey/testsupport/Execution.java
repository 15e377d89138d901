package dev.latchkey.testsupport;

import dev.latchkey.core.ApiCall;
import dev.latchkey.core.ApiResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;

/** Each way to execute a call, so that one parameterised test covers them all. */
public enum Execution {
    /** {@link ApiCall#execute()}. */
    BLOCKING {
        @Override
        public <T extends @Nullable Object> T run(ApiCall<T> call) {
            return call.execute();
        }
    },
    /** {@link ApiCall#executeAsync()}. */
    ASYNC {
        @Override
        public <T extends @Nullable Object> T run(ApiCall<T> call) {
            return get(call.executeAsync());
        }
    },
    /** {@link ApiCall#executeAsync(java.util.concurrent.Executor)}. */
    ASYNC_ON_EXECUTOR {
        @Override
        public <T extends @Nullable Object> T run(ApiCall<T> call) {
            return get(call.executeAsync(Runnable::run));
        }
    },
    /** {@link ApiCall#executeForResponse()}. */
    FOR_RESPONSE {
        @Override
        public <T extends @Nullable Object> T run(ApiCall<T> call) {
            return decoded(call.executeForResponse());
        }
    },
    /** {@link ApiCall#executeForResponseAsync()}. */
    FOR_RESPONSE_ASYNC {
        @Override
        public <T extends @Nullable Object> T run(ApiCall<T> call) {
            return decoded(get(call.executeForResponseAsync()));
        }
    };

    /**
     * Executes the call.
     *
     * @param call what to execute
     * @param <T> the type of its value
     * @return its value
     * @throws RuntimeException what the call fails with, unwrapped
     */
    public abstract <T extends @Nullable Object> T run(ApiCall<T> call);

    private static <T extends @Nullable Object> T decoded(ApiResponse<T> response) {
        Assertions.assertThat(response.status()).isPositive();
        return response.value();
    }

    private static <T extends @Nullable Object> T get(CompletableFuture<T> future) {
        try {
            return future.orTimeout(30, TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }
}
