package dev.latchkey.fake;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Holds the requests of one endpoint until the test lets them go, so that a test decides who comes first. Made by
 * {@link FakeServer#hold} and {@link FakeServer#holdAnswers}. Safe for concurrent use.
 *
 * <pre>{@code
 * try (Hold hold = fake.hold("POST", "/v1/auth/token")) {
 *     Future<?> renewal = ...;
 *     hold.awaitArrived(1, Duration.ofSeconds(5));
 *     ...                                              // the request is at the server and waits
 * }                                                    // now it goes on
 * }</pre>
 */
public final class Hold implements AutoCloseable {
    private final String name;
    private final Runnable onRelease;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private int arrived;
    private int permits;
    private boolean released;

    Hold(String name, Runnable onRelease) {
        this.name = name;
        this.onRelease = onRelease;
    }

    /** How many requests have come to the hold so far, those let go included. */
    public int arrived() {
        lock.lock();
        try {
            return arrived;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until this many requests have come to the hold.
     *
     * @throws AssertionError if fewer have come in this time
     */
    public void awaitArrived(int requests, Duration within) throws InterruptedException {
        lock.lock();
        try {
            long left = within.toNanos();
            while (arrived < requests) {
                if (left <= 0) {
                    throw new AssertionError(arrived + " of " + requests + " requests came to " + name + " in "
                            + within.toMillis() + " ms");
                }
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Lets this many requests go, held now or coming later; the hold stays for the others. */
    public void release(int requests) {
        lock.lock();
        try {
            permits += requests;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Ends the hold: all requests go on, and later ones are not held. */
    public void release() {
        lock.lock();
        try {
            released = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        onRelease.run();
    }

    /** The same as {@link #release()}. */
    @Override
    public void close() {
        release();
    }

    @Override
    public String toString() {
        return "Hold[" + name + ", " + arrived() + " arrived]";
    }

    boolean isReleased() {
        lock.lock();
        try {
            return released;
        } finally {
            lock.unlock();
        }
    }

    void pass() throws InterruptedException {
        lock.lock();
        try {
            arrived++;
            changed.signalAll();
            while (!released && permits == 0) {
                changed.await();
            }
            permits = Math.max(0, permits - 1);
        } finally {
            lock.unlock();
        }
    }
}
