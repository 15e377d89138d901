package dev.latchkey.core.internal.session;

import dev.latchkey.core.auth.SessionKey;
import dev.latchkey.core.auth.StoreBusyException;
import dev.latchkey.core.auth.StoredSession;
import dev.latchkey.core.auth.StoredSessionJson;
import dev.latchkey.core.auth.TokenStore;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** A store in memory that can be held, broken, busy, or lie. */
final class FaultyStore implements TokenStore {
    private volatile @Nullable StoredSession kept;
    private static final int NEVER = Integer.MAX_VALUE;

    private final ReentrantLock exclusion = new ReentrantLock();
    private final AtomicInteger savesBeforeFailure = new AtomicInteger(NEVER);
    private volatile boolean broken;
    private volatile boolean cannotBeLocked;
    private volatile boolean failingLoads;
    private volatile boolean isBusy;
    private volatile boolean mayBeSpent;
    private volatile boolean isUnsure;
    private volatile boolean quotes;
    private volatile CountDownLatch saving = new CountDownLatch(1);
    private volatile @Nullable CountDownLatch gate;

    void failSaves(boolean now) {
        savesBeforeFailure.set(now ? 0 : NEVER);
    }

    /** So many saves succeed, and none after them. */
    void failSavesAfter(int saves) {
        savesBeforeFailure.set(saves);
    }

    void broken(boolean now) {
        broken = now;
    }

    void failLoads(boolean now) {
        failingLoads = now;
    }

    boolean isHeld() {
        return exclusion.isLocked();
    }

    @Nullable
    StoredSession kept() {
        return kept;
    }

    void busy(boolean now) {
        isBusy = now;
    }

    void answer(StoredSession session) {
        kept = session;
    }

    void holdSaves() {
        saving = new CountDownLatch(1);
        gate = new CountDownLatch(1);
    }

    void awaitSave() throws InterruptedException {
        if (!saving.await(10, TimeUnit.SECONDS)) {
            throw new AssertionError("nothing was saved");
        }
    }

    void releaseSaves() {
        CountDownLatch held = gate;
        gate = null;
        if (held != null) {
            held.countDown();
        }
    }

    /** From now on whoever enters is told that the refresh token may have been sent by somebody else. */
    void spent(boolean maybe) {
        mayBeSpent = maybe;
    }

    /** From now on nobody who holds it can be sure that he does. */
    void unsure(boolean now) {
        isUnsure = now;
    }

    /** From now on saves fail as a driver of a database does that shows what it could not write. */
    void failSavesQuoting(boolean now) {
        failSaves(now);
        quotes = now;
    }

    /** From now on it can be read but not locked. */
    void unlockable(boolean now) {
        cannotBeLocked = now;
    }

    @Override
    public @Nullable StoredSession load(SessionKey key) throws IOException {
        if (broken) {
            throw new IOException("disk is gone");
        }
        return kept;
    }

    @Override
    public <T> T exclusively(SessionKey key, Duration maxWait, Section<T> section) throws IOException {
        if (broken || cannotBeLocked) {
            throw new IOException("disk is gone");
        }
        if (isBusy) {
            throw new StoreBusyException("somebody else is at it");
        }
        exclusion.lock();
        try {
            return section.run(new Entry() {
                @Override
                public @Nullable StoredSession load() throws IOException {
                    if (failingLoads) {
                        throw new IOException("disk cannot be read");
                    }
                    return kept;
                }

                @Override
                public void save(StoredSession session) throws IOException {
                    keep(session);
                }

                @Override
                public boolean mayBeSpent() {
                    return mayBeSpent;
                }

                @Override
                public void requireHeld() throws IOException {
                    if (isUnsure) {
                        throw new IOException("somebody else may hold it");
                    }
                }
            });
        } finally {
            exclusion.unlock();
        }
    }

    private void keep(StoredSession session) throws IOException {
        saving.countDown();
        CountDownLatch held = gate;
        if (held != null) {
            try {
                held.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
        if (savesBeforeFailure.getAndUpdate(left -> left == NEVER || left == 0 ? left : left - 1) == 0) {
            if (quotes) {
                throw new IllegalStateException(
                        "cannot write", new IOException("too long: " + StoredSessionJson.write(session)));
            }
            throw new IOException("disk is full");
        }
        kept = session;
    }
}
