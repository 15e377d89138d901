package dev.latchkey.scenarios;

import dev.latchkey.core.ApiException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/** Many threads that do the same, started at one moment or spread over a time. */
final class Storm {
    static final int THREADS = 64;

    private final List<FutureTask<?>> calls = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    private Storm() {}

    /** How often each storm is repeated: in full where tokens rotate, a third as often elsewhere. */
    static int repeats(Subject subject) {
        int repeats = Integer.getInteger("latchkey.storm.repeats", 10);
        return subject.rotates() ? repeats : Math.max(1, repeats / 3);
    }

    static Storm of(int size, Callable<?> call) {
        return spread(size, 0, call);
    }

    /** The n-th thread starts n-th in the time given. */
    static Storm spread(int size, long millis, Callable<?> call) {
        Storm storm = new Storm();
        CyclicBarrier start = new CyclicBarrier(size);
        CountDownLatch started = new CountDownLatch(size);
        for (int n = 0; n < size; n++) {
            long delay = TimeUnit.MILLISECONDS.toNanos(millis) * n / size;
            FutureTask<?> task = new FutureTask<>(() -> {
                start.await(10, TimeUnit.SECONDS);
                started.countDown();
                long until = System.nanoTime() + delay;
                while (System.nanoTime() - until < 0) {
                    LockSupport.parkNanos(until - System.nanoTime());
                }
                return call.call();
            });
            Thread thread = new Thread(task, "storm-" + n);
            thread.setDaemon(true);
            storm.calls.add(task);
            storm.threads.add(thread);
        }
        storm.threads.forEach(Thread::start);
        return storm;
    }

    void interrupt(int thread) {
        threads.get(thread).interrupt();
    }

    /** Waits for all, and returns what they failed with. */
    List<ApiException> failures() throws InterruptedException {
        return failures(Duration.ofSeconds(30));
    }

    /** The same where each does more than one call, which may take so long. */
    List<ApiException> failures(Duration limit) throws InterruptedException {
        List<ApiException> failures = new ArrayList<>();
        for (FutureTask<?> call : calls) {
            try {
                call.get(limit.toNanos(), TimeUnit.NANOSECONDS);
            } catch (ExecutionException e) {
                if (e.getCause() instanceof ApiException failure) {
                    failures.add(failure);
                } else {
                    throw new AssertionError(e);
                }
            } catch (TimeoutException e) {
                throw new AssertionError("a call hangs", e);
            }
        }
        return failures;
    }
}
