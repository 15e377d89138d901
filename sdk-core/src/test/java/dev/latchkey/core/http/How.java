package dev.latchkey.core.http;

import dev.latchkey.core.ApiCall;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The ways to execute a call, which must not differ in their outcomes. */
enum How {
    SYNC {
        @Override
        <T> T run(ApiCall<T> call) {
            return call.execute();
        }
    },
    ASYNC {
        @Override
        <T> T run(ApiCall<T> call) {
            return result(call.executeAsync());
        }
    },
    ASYNC_ON_AN_EXECUTOR {
        @Override
        <T> T run(ApiCall<T> call) {
            return result(call.executeAsync(ForkJoinPool.commonPool()));
        }
    },
    RESPONSE {
        @Override
        <T> T run(ApiCall<T> call) {
            return call.executeForResponse().value();
        }
    },
    RESPONSE_ASYNC {
        @Override
        <T> T run(ApiCall<T> call) {
            return result(call.executeForResponseAsync()).value();
        }
    };

    abstract <T> T run(ApiCall<T> call);

    private static <T> T result(CompletableFuture<T> future) {
        try {
            return future.get(30, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            }
            throw new AssertionError(e);
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }
}
