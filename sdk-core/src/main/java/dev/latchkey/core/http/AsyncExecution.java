package dev.latchkey.core.http;

import dev.latchkey.core.ApiException;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The future of one asynchronous execution. However it ends before the HTTP call does, that call is cancelled. */
final class AsyncExecution<T extends @Nullable Object> extends CompletableFuture<T> implements Runnable {
    private final Transport transport;
    private final ResponseReader<T> reader;
    private final @Nullable Executor executor;
    private volatile boolean over;
    /** Null once it is over: who keeps the future does not keep what was sent. */
    private volatile @Nullable Execution execution;

    AsyncExecution(Transport transport, Execution execution, ResponseReader<T> reader, @Nullable Executor executor) {
        this.transport = transport;
        this.execution = execution;
        this.reader = reader;
        this.executor = executor;
    }

    void start() {
        // Not by overriding cancel(…): there are a dozen ways to end a future, and some pass by all methods.
        CompletableFuture<T> unused = whenComplete((value, failure) -> giveUp());
        execution().onTimeout(this::endInQueue);
        execution().enter();
        transport.asyncCalls().add(this);
    }

    /** Null once it is over. */
    @Nullable
    Execution underway() {
        return execution;
    }

    private Execution execution() {
        return Objects.requireNonNull(execution, "it is over");
    }

    @Override
    public void run() {
        T value;
        try {
            value = transport.run(execution(), reader);
        } catch (Throwable e) {
            callIsOver();
            fail(e);
            return;
        }
        callIsOver();
        deliver(() -> complete(value));
    }

    /** Before the future ends: what is chained to it may wait for another call, which needs the place. */
    private void callIsOver() {
        over = true;
        execution = null;
        transport.asyncCalls().ended();
    }

    void failsToRun(Throwable why) {
        Execution ended = ended();
        fail(
                transport.isOpen()
                        ? new ApiException(ended.failure("No thread could be started for the call."), why)
                        : Lifecycle.refusal(ended));
    }

    /**
     * Ends a call that waits for its turn; it would notice neither its limit nor a close. Runs on the clock's thread or on
     * that of who closes the client: neither may run what is chained to this future.
     */
    void endInQueue() {
        if (!transport.asyncCalls().remove(this)) {
            return;
        }
        ApiException outcome = transport.exception(ended(), new IOException("Canceled"));
        try {
            transport.threads().execute(() -> fail(outcome));
        } catch (RuntimeException | OutOfMemoryError e) {
            fail(outcome);
        }
    }

    /** It has not run, and will not. */
    private Execution ended() {
        Execution ended = execution();
        over = true;
        ended.exit();
        execution = null;
        return ended;
    }

    private void giveUp() {
        Execution underway = execution;
        if (over || underway == null) {
            return;
        }
        underway.call().cancel();
        if (transport.asyncCalls().remove(this)) {
            Execution unused = ended();
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
