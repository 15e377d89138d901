package dev.latchkey.core.store;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/** Somebody who enters the section of Jane's session and stays there until told to leave. */
final class SectionHolder {
    private final CountDownLatch in = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private final FutureTask<Boolean> stay;

    SectionHolder(TokenStore store) {
        stay = new FutureTask<>(() -> store.exclusively(Sessions.KEY, Duration.ZERO, entry -> {
            in.countDown();
            try {
                return release.await(60, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                return false;
            }
        }));
    }

    void enter() throws InterruptedException {
        start(stay);
        if (!in.await(20, TimeUnit.SECONDS)) {
            throw new AssertionError("nobody entered");
        }
    }

    static Thread start(FutureTask<?> task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Returns when the section is free, if it was entered at all. */
    void leave() throws Exception {
        release.countDown();
        if (in.getCount() == 0 && !stay.get(20, TimeUnit.SECONDS)) {
            throw new AssertionError("it did not stay until it was released");
        }
    }
}
