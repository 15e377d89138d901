package dev.latchkey.core.store;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

final class InMemoryTokenStore implements TokenStore {
    private final Map<SessionKey, Slot> slots = new ConcurrentHashMap<>();

    @Override
    public @Nullable StoredSession load(SessionKey key) {
        Slot slot = slots.get(key);
        return slot == null ? null : slot.session;
    }

    @Override
    public <T> T exclusively(SessionKey key, Duration maxWait, Section<T> section)
            throws StoreBusyException, InterruptedException {
        Slot slot = slots.computeIfAbsent(key, unused -> new Slot());
        if (!slot.lock.tryLock(maxWait.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new StoreBusyException("Another client held the session for more than " + maxWait + ".");
        }
        try {
            return section.run(slot);
        } finally {
            slot.lock.unlock();
        }
    }

    private static final class Slot implements Entry {
        private final ReentrantLock lock = new ReentrantLock();
        private volatile @Nullable StoredSession session;

        @Override
        public @Nullable StoredSession load() {
            return session;
        }

        @Override
        public void save(StoredSession replacement) {
            session = replacement;
        }
    }
}
