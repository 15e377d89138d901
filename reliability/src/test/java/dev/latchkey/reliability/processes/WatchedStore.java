package dev.latchkey.reliability.processes;

import dev.latchkey.core.auth.SessionKey;
import dev.latchkey.core.auth.StoredSession;
import dev.latchkey.core.auth.TokenStore;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A child's store: it says who is in the section, measures the saves of new tokens, and lets one fail when told to. */
final class WatchedStore implements TokenStore {
    private final TokenStore store;
    private final Voice voice;
    private final AtomicBoolean failNextSave = new AtomicBoolean();
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
        return store.exclusively(key, maxWait, entry -> {
            voice.event(Event.SECTION_ENTERED);
            try {
                return section.run(new WatchedEntry(entry));
            } finally {
                voice.event(Event.SECTION_LEFT);
            }
        });
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
