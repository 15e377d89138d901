package dev.latchkey.core.internal.filestore;

import java.io.IOException;

/**
 * Keeps all others out of one session's section: other threads, other class loaders, other processes.
 *
 * <p>It takes two files. The operating system's lock on the lock file belongs to the whole process, and a process that closes
 * any descriptor of that file loses the lock, whoever else in it holds it. So nobody may as much as open the lock file while
 * it is locked in the same process. Who may, is decided at the gate: the JVM itself knows which files are locked in it, over
 * all class loaders, and refuses a second lock. The gate's own lock in the operating system may get lost in the way
 * described; nothing depends on it.
 */
final class SectionLock {
    private final LockedFile gate;
    private final LockedFile lock;

    private SectionLock(LockedFile gate, LockedFile lock) {
        this.gate = gate;
        this.lock = lock;
    }

    static SectionLock enter(SessionFiles files, Patience patience) throws IOException, InterruptedException {
        LockedFile gate = LockedFile.lock(files.gate(), files.rules(), patience);
        boolean entered = false;
        try {
            LockedFile lock = LockedFile.lock(files.lock(), files.rules(), patience);
            entered = true;
            return new SectionLock(gate, lock);
        } finally {
            if (!entered) {
                gate.unlock();
            }
        }
    }

    void leave() {
        lock.unlock();
        gate.unlock();
    }
}
