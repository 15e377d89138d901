package dev.latchkey.core.internal.session;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;

/** A thread that calls, so that a test can see it wait and interrupt it. */
final class Caller<T> {
    private final FutureTask<T> task;
    private final Thread thread;

    private Caller(Callable<T> work) {
        task = new FutureTask<>(work);
        thread = new Thread(task, "test-caller");
        thread.setDaemon(true);
        thread.start();
    }

    static <T> Caller<T> start(Callable<T> work) {
        return new Caller<>(work);
    }

    /** Returns once the call is parked. */
    Caller<T> awaitWaiting() {
        await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(1)).until(this::isParked);
        return this;
    }

    boolean isParked() {
        Thread.State state = thread.getState();
        return state == Thread.State.TIMED_WAITING || state == Thread.State.WAITING;
    }

    T get() throws InterruptedException, ExecutionException {
        return task.get();
    }

    boolean isDone() {
        return task.isDone();
    }

    /** Lets the call look again at what it waits for. */
    void wake() {
        LockSupport.unpark(thread);
    }

    void interrupt() {
        thread.interrupt();
    }
}
