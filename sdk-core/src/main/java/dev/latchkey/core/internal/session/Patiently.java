package dev.latchkey.core.internal.session;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits of which it matters whether something has happened, not how it ended. */
final class Patiently {

    /** Something to wait for. */
    interface Wait {
        /** At most so long; true if it has happened. */
        boolean atMost(long nanos) throws InterruptedException;
    }

    private Patiently() {}

    /** Waits at most so long; true if it has happened. An interrupt does not shorten it, and is kept for later. */
    static boolean wait(long nanos, Wait event) {
        long start = System.nanoTime();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return event.atMost(Math.max(0, nanos - (System.nanoTime() - start)));
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Waits at most so long, unless it is interrupted; true if it has ended. */
    static boolean isDone(Future<?> event, long nanos) throws InterruptedException {
        try {
            Object unused = event.get(nanos, TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            return true;
        }
    }
}
