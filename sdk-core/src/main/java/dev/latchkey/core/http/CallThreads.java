package dev.latchkey.core.http;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads of asynchronous calls: daemons, made on demand, gone seconds after their work. */
final class CallThreads {
    private static final int IDLE_SECONDS = 5;

    private CallThreads() {}

    /** Unbounded by itself: {@link AsyncCalls} says how many calls run. */
    static ExecutorService named(String vendor) {
        AtomicInteger made = new AtomicInteger();
        return new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
                    Thread thread = new Thread(work, "latchkey-" + vendor + "-" + made.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
    }
}
