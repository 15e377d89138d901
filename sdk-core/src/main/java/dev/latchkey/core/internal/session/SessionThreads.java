package dev.latchkey.core.internal.session;

import dev.latchkey.core.internal.call.TimerThread;
import dev.latchkey.core.store.SessionKey;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads of one session: daemons, made on demand, gone a second after their work. */
final class SessionThreads implements Executor {
    private static final int IDLE_SECONDS = 1;

    private static final int LONGEST_NAME = 40;

    private static final Duration UNTIL_A_THREAD = Duration.ofMillis(500);

    private final String names;
    private final AtomicInteger made = new AtomicInteger();
    private final ExecutorService pool;
    private final TimerThread timer;
    private final UserCode userCode = new UserCode(this);

    SessionThreads() {
        this("latchkey-session-");
    }

    /** Named by whose session it is, so that a dump of a server's threads tells. */
    static SessionThreads of(SessionKey key) {
        String identity = key.identity();
        String shown = identity.length() > LONGEST_NAME ? identity.substring(0, LONGEST_NAME) + "…" : identity;
        return new SessionThreads("latchkey-session-" + key.vendor() + "-" + shown + "-");
    }

    private SessionThreads(String names) {
        this.names = names;
        pool = new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), this::thread);
        timer = new TimerThread(this::thread);
    }

    /** With threads of a caller's own making, so that a test may decide which of them goes next. */
    SessionThreads(ExecutorService pool, ThreadFactory timers) {
        this.names = "latchkey-session-";
        this.pool = pool;
        this.timer = new TimerThread(timers);
    }

    /**
     * Runs a task on a thread of its own.
     *
     * @throws java.util.concurrent.RejectedExecutionException after the end
     * @throws OutOfMemoryError if no thread can be made
     */
    @Override
    public void execute(Runnable task) {
        pool.execute(task);
    }

    /**
     * Runs a task after a while, unless the threads are ended before. If no thread can be made for it when it is due, it is
     * tried again until there is one.
     *
     * @return cancels it until it is due
     * @throws java.util.concurrent.RejectedExecutionException after the end
     * @throws OutOfMemoryError if no thread can be made
     */
    Future<?> later(Duration delay, Runnable task) {
        return timer.schedule(delay, () -> due(task));
    }

    /** On the timer's thread, which needs no other to wait once more. */
    private void due(Runnable task) {
        try {
            execute(task);
        } catch (RejectedExecutionException | OutOfMemoryError e) {
            Future<?> unused = timer.schedule(UNTIL_A_THREAD, () -> due(task)); // Refused as well after the end.
        }
    }

    /** Those of them that run what users have given us. */
    UserCode userCode() {
        return userCode;
    }

    /** Completes an answer if nothing else does in time; for users, so not on the timer's thread. */
    <T> void answerWithin(Duration limit, CompletableFuture<T> answer, T value) {
        try {
            Future<?> due = later(limit, () -> answer.complete(value));
            CompletableFuture<T> unused = answer.whenComplete((given, failure) -> due.cancel(false));
        } catch (RejectedExecutionException | OutOfMemoryError e) {
            return; // Ended threads fail what they were to do.
        }
    }

    void end() {
        pool.shutdown();
        timer.end();
    }

    /** Interrupts what still runs. */
    void endNow() {
        pool.shutdownNow();
        timer.end();
    }

    private Thread thread(Runnable work) {
        Thread thread = new Thread(work, names + made.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }
}
