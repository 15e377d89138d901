package dev.latchkey.reliability.processes;

import dev.latchkey.core.auth.SessionKey;
import dev.latchkey.core.auth.StoredSession;
import dev.latchkey.core.auth.TokenStore;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A child's store: it says who is in the section, measures the saves of new tokens, and lets one fail when told to. */
final class WatchedStore implements TokenStore {
    private final TokenStore store;
    private final Voice voice;
    private final AtomicBoolean failNextSave = new AtomicBoolean();
    private final AtomicReference<@Nullable CountDownLatch> beforeSending = new AtomicReference<>();
    private final AtomicLong saves = new AtomicLong();
    private final AtomicLong savingNanos = new AtomicLong();

    WatchedStore(TokenStore store, Voice voice) {
        this.store = store;
        this.voice = voice;
    }

    void failNextSave() {
        failNextSave.set(true);
    }

    long saves() {
        return saves.get();
    }

    Duration saving() {
        return Duration.ofNanos(savingNanos.get());
    }

    @Override
    public @Nullable StoredSession load(SessionKey key) throws IOException {
        return store.load(key);
    }

    @Override
    public <T> T exclusively(SessionKey key, Duration maxWait, Section<T> section)
            throws IOException, InterruptedException {
        return store.exclusively(key, maxWait, entry -> watched(entry, section));
    }

    @Override
    public <T> T exclusivelyWithoutRefresh(SessionKey key, Duration maxWait, Section<T> section)
            throws IOException, InterruptedException {
        return store.exclusivelyWithoutRefresh(key, maxWait, entry -> watched(entry, section));
    }

    private <T> T watched(Entry entry, Section<T> section) {
        voice.event(Event.SECTION_ENTERED);
        try {
            return section.run(new WatchedEntry(entry));
        } finally {
            voice.event(Event.SECTION_LEFT);
        }
    }

    /** Lets the next one who is about to send a refresh token wait. */
    void stopBeforeSending() {
        beforeSending.set(new CountDownLatch(1));
    }

    void goOn() {
        CountDownLatch stopped = beforeSending.getAndSet(null);
        if (stopped != null) {
            stopped.countDown();
        }
    }

    private final class WatchedEntry implements Entry {
        private final Entry entry;
        private long version;

        WatchedEntry(Entry entry) {
            this.entry = entry;
        }

        @Override
        public @Nullable StoredSession load() throws IOException {
            StoredSession loaded = entry.load();
            version = loaded == null ? 0 : loaded.version();
            return loaded;
        }

        @Override
        public boolean mayBeSpent() {
            return entry.mayBeSpent();
        }

        @Override
        public void requireHeld() throws IOException {
            CountDownLatch stop = beforeSending.get();
            if (stop != null) {
                voice.event(Event.ABOUT_TO_SEND);
                try {
                    stop.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            entry.requireHeld();
        }

        @Override
        public void save(StoredSession session) throws IOException {
            if (session.version() <= version) {
                entry.save(session); // It only proves that the store can be written.
                return;
            }
            if (failNextSave.getAndSet(false)) {
                throw new IOException("The test lets this save fail.");
            }
            long start = System.nanoTime();
            entry.save(session);
            savingNanos.addAndGet(System.nanoTime() - start);
            saves.incrementAndGet();
        }
    }
}
