package dev.latchkey.fake;

import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** When a fake listens: from its first use until it is closed, or until the last of its owners leaves. */
final class Lifetime {
    private final FakeServer fake;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable Listening listening;
    private volatile int wantedPort;
    private int owners;

    Lifetime(FakeServer fake) {
        this.fake = fake;
    }

    void wantPort(int port) {
        wantedPort = port;
    }

    int port() {
        Listening present = listening;
        return present != null ? present.port() : start().port();
    }

    /** A test class or a test takes the fake; they may be nested. */
    void enter() {
        lock.lock();
        try {
            owners++;
            start();
        } finally {
            lock.unlock();
        }
    }

    void leave() {
        lock.lock();
        try {
            owners--;
            if (owners == 0) {
                close();
            }
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            Listening ending = listening;
            listening = null;
            if (ending != null) {
                fake.holds().releaseAll();
                fake.answerHolds().releaseAll();
                ending.stop();
            }
        } finally {
            lock.unlock();
        }
    }

    private Listening start() {
        lock.lock();
        try {
            Listening started = listening;
            if (started == null) {
                started = Listening.start(fake, wantedPort);
                listening = started;
            }
            return started;
        } finally {
            lock.unlock();
        }
    }
}
