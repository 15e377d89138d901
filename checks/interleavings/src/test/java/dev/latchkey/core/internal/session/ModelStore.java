package dev.latchkey.core.internal.session;

import dev.latchkey.core.auth.SessionKey;
import dev.latchkey.core.auth.StoredSession;
import dev.latchkey.core.auth.TokenStore;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** A store of one entry, which several clients share. */
final class ModelStore implements TokenStore {
    private final ReentrantLock section = new ReentrantLock();
    private final Violations violations;
    private volatile @Nullable StoredSession kept;
    private volatile boolean failing;

    ModelStore(Violations violations) {
        this.violations = violations;
    }

    /** From now on it can be read but not written. */
    void fail() {
        failing = true;
    }

    boolean isFailing() {
        return failing;
    }

    @Nullable
    StoredSession kept() {
        return kept;
    }

    @Override
    public @Nullable StoredSession load(SessionKey key) {
        return kept;
    }

    @Override
    public <T> T exclusively(SessionKey key, Duration maxWait, Section<T> action) {
        section.lock();
        try {
            return action.run(new Entry() {
                @Override
                public @Nullable StoredSession load() {
                    return kept;
                }

                @Override
                public void save(StoredSession session) throws IOException {
                    keep(session);
                }
            });
        } finally {
            section.unlock();
        }
    }

    private void keep(StoredSession session) throws IOException {
        if (failing) {
            throw new IOException("The disk is full.");
        }
        StoredSession before = kept;
        if (before != null) {
            violations.addIf(
                    session.generation() < before.generation()
                            || (session.generation() == before.generation() && session.version() < before.version()),
                    "the store went back from " + before.generation() + "." + before.version() + " to "
                            + session.generation() + "." + session.version());
        }
        kept = session;
    }
}
