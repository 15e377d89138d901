package dev.latchkey.core.internal.session;

import dev.latchkey.core.auth.OneTimePassword;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Asks the user's hook for a code within a limit. Whoever gives up interrupts it; while it does not return nobody else asks,
 * so that it keeps one thread and no second one.
 */
final class HookCall {
    private static final long GRACE_MILLIS = 1_000;

    private final OneTimePassword hook;
    private final Duration limit;
    private final Executor threads;
    private final Semaphore free = new Semaphore(1);
    private volatile String inside = "";

    HookCall(OneTimePassword hook, Duration limit, Executor threads) {
        this.hook = hook;
        this.limit = limit;
        this.threads = threads;
    }

    boolean isUnattended() {
        return hook.isUnattended();
    }

    /** What the hook answers for a login. Ends early if the session does. */
    @Nullable
    String ask(Work work) {
        CompletableFuture<Void> over = new CompletableFuture<>();
        FutureTask<@Nullable String> question = new FutureTask<>(() -> answer(work)) {
            @Override
            protected void done() {
                over.complete(null);
            }
        };
        try {
            if (!free.tryAcquire(GRACE_MILLIS, TimeUnit.MILLISECONDS)) {
                throw OneTimePasswordGate.mfaRequired(
                        "the one-time-password hook did not return when it was interrupted, and is asked no more until it"
                                + " does. It keeps the thread \"" + inside + "\".",
                        null);
            }
            start(question);
            CompletableFuture.anyOf(over, work.settled()).get(limit.toNanos(), TimeUnit.NANOSECONDS);
            if (!question.isDone()) {
                throw ended();
            }
            return question.get();
        } catch (TimeoutException e) {
            throw OneTimePasswordGate.mfaRequired(
                    "the one-time-password hook did not answer within " + limit + ".", null);
        } catch (ExecutionException e) {
            throw OneTimePasswordGate.mfaRequired("the one-time-password hook failed.", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ended();
        } finally {
            question.cancel(true);
        }
    }

    private void start(FutureTask<@Nullable String> question) {
        try {
            threads.execute(() -> {
                try {
                    question.run();
                } finally {
                    free.release();
                }
            });
        } catch (RuntimeException | OutOfMemoryError e) {
            free.release();
            throw e;
        }
    }

    private @Nullable String answer(Work work) throws Exception {
        inside = Thread.currentThread().getName();
        work.askBy(Thread.currentThread());
        try {
            return hook.current();
        } finally {
            work.askBy(null);
        }
    }

    private static RuntimeException ended() {
        return OneTimePasswordGate.mfaRequired("the session ended while the one-time-password hook was asked.", null);
    }
}
