package dev.latchkey.fake;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Stops a fake that nobody has closed once nothing but fakes keeps the process alive. The web server's threads are no daemons,
 * and cannot be made ones.
 */
final class ForgottenFake {
    private static final long BETWEEN_LOOKS_MILLIS = 100;
    private static final String OF_THE_WEB_SERVER = "MockWebServer";
    /** Waits for all others as soon as the program's main method has returned. */
    private static final String OF_THE_END = "DestroyJavaVM";

    private final CountDownLatch closed = new CountDownLatch(1);

    private ForgottenFake() {}

    static ForgottenFake stopping(Runnable stop) {
        ForgottenFake watched = new ForgottenFake();
        Thread watch = new Thread(() -> watched.run(stop), "fake-end-of-program");
        watch.setDaemon(true);
        watch.start();
        return watched;
    }

    void closed() {
        closed.countDown();
    }

    private void run(Runnable stop) {
        try {
            while (!closed.await(BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS)) {
                if (isAllThatRuns()) {
                    stop.run();
                    return;
                }
            }
        } catch (InterruptedException e) {
            // Somebody ends all threads of the process.
        }
    }

    private static boolean isAllThatRuns() {
        ThreadGroup all = Thread.currentThread().getThreadGroup();
        for (ThreadGroup parent = all.getParent(); parent != null; parent = all.getParent()) {
            all = parent;
        }
        Thread[] threads = new Thread[2 * all.activeCount() + 16];
        int count = all.enumerate(threads);
        for (int i = 0; i < count; i++) {
            String name = threads[i].getName();
            if (!threads[i].isDaemon() && !name.startsWith(OF_THE_WEB_SERVER) && !name.equals(OF_THE_END)) {
                return false;
            }
        }
        return count < threads.length;
    }
}
