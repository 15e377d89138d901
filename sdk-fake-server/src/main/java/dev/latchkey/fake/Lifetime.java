package dev.latchkey.fake;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** When a fake listens: from its first use until it is closed. */
final class Lifetime {
    private final Transport transport = new Transport();
    private final List<Holds> holds;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable Listening listening;
    private int acceptedBefore;

    /** At the end of the fake, what these hold is let go. */
    Lifetime(List<Holds> holds) {
        this.holds = holds;
    }

    /** How it listens when it starts. */
    Transport transport() {
        return transport;
    }

    /** The same, to be changed. */
    Transport transportBeforeStart(String what) {
        if (listening != null) {
            throw new IllegalStateException(what + " has to be called before the fake starts");
        }
        return transport;
    }

    int port(FakeServer fake) {
        Listening present = listening;
        return present != null ? present.port() : start(fake).port();
    }

    int openConnections() {
        Listening present = listening;
        return present == null ? 0 : present.connections().count();
    }

    int acceptedConnections() {
        lock.lock();
        try {
            Listening present = listening;
            return acceptedBefore + (present == null ? 0 : present.connections().accepted());
        } finally {
            lock.unlock();
        }
    }

    int closeIdleConnections() throws InterruptedException {
        Listening present = listening;
        return present == null ? 0 : present.connections().closeIdle();
    }

    void closeIdleConnectionsAfter(Duration idle) {
        lock.lock();
        try {
            transport.closeIdleAfter = idle;
            if (listening != null) {
                listening.connections().closeIdleAfter(idle);
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
                holds.forEach(Holds::releaseAll);
                ending.stop();
                acceptedBefore += ending.connections().accepted();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public String toString() {
        Listening present = listening;
        return present == null ? "[closed]" : "[port " + present.port() + "]";
    }

    private Listening start(FakeServer fake) {
        lock.lock();
        try {
            Listening started = listening;
            if (started == null) {
                started = Listening.start(fake, transport);
                listening = started;
            }
            return started;
        } finally {
            lock.unlock();
        }
    }
}
