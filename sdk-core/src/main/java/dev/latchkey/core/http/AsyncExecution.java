package dev.latchkey.core.http;

import dev.latchkey.core.ApiException;
import dev.latchkey.core.Failure;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** The future of one asynchronous execution. Cancelling it cancels the HTTP call. */
final class AsyncExecution<T extends @Nullable Object> extends CompletableFuture<T> implements Callback {
    private final Transport transport;
    private final Execution execution;
    private final ResponseReader<T> reader;
    private final @Nullable Executor executor;

    AsyncExecution(Transport transport, Execution execution, ResponseReader<T> reader, @Nullable Executor executor) {
        this.transport = transport;
        this.execution = execution;
        this.reader = reader;
        this.executor = executor;
    }

    void start() {
        execution.onEndInQueue(this::endInQueue);
        execution.enter();
        try {
            execution.call().enqueue(this);
        } catch (RuntimeException | Error e) {
            execution.exit();
            Failure failure = execution.failure("No thread could be started for the call.");
            deliver(() -> completeExceptionally(new ApiException(failure, e)));
        }
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean cancelled = super.cancel(mayInterruptIfRunning);
        if (cancelled) {
            execution.call().cancel();
        }
        return cancelled;
    }

    @Override
    public void onResponse(Call call, Response response) {
        execution.exit();
        try (response) {
            T value = transport.read(execution, response, reader);
            deliver(() -> complete(value));
        } catch (Throwable e) {
            fail(e);
        } finally {
            execution.body().clear();
        }
    }

    @Override
    public void onFailure(Call call, IOException e) {
        execution.exit();
        execution.body().clear();
        fail(transport.exception(execution, e));
    }

    /** Runs on the clock's thread or on that of who closes the client: neither may run what is chained to this future. */
    private void endInQueue() {
        IOException canceled = new IOException("Canceled");
        ApiException outcome = transport.exception(execution, canceled);
        try {
            transport.threads().execute(() -> fail(outcome));
        } catch (RuntimeException | OutOfMemoryError e) {
            fail(outcome);
        }
    }

    private void fail(Throwable outcome) {
        deliver(() -> completeExceptionally(outcome));
    }

    /** An executor that takes nothing more must not lose the outcome: it is delivered on this thread then. */
    private void deliver(Runnable completion) {
        if (executor == null || isDone()) {
            completion.run();
            return;
        }
        try {
            executor.execute(completion);
        } catch (RuntimeException e) {
            completion.run();
        }
    }
}
