package dev.latchkey.fuzz;

import dev.latchkey.core.auth.SessionKey;
import dev.latchkey.core.auth.StoredSession;
import dev.latchkey.core.auth.TokenStore;
import java.time.Duration;

/** A store that holds what somebody has put there for whoever asks. */
final class HostileStore implements TokenStore, TokenStore.Entry {
    private final StoredSession planted;
    private StoredSession saved;
    private SessionKey asked;

    HostileStore(StoredSession planted) {
        this.planted = planted;
    }

    @Override
    public synchronized StoredSession load(SessionKey key) {
        asked = key;
        return load();
    }

    @Override
    public synchronized <T> T exclusively(SessionKey key, Duration maxWait, Section<T> section) {
        asked = key;
        return section.run(this);
    }

    @Override
    public synchronized StoredSession load() {
        return saved != null
                ? saved
                : new StoredSession(
                        asked,
                        planted.generation(),
                        planted.version(),
                        planted.tokens(),
                        planted.obtainedAt(),
                        planted.lifetime(),
                        planted.profile(),
                        planted.renewingSince(),
                        planted.logins());
    }

    @Override
    public synchronized void save(StoredSession session) {
        saved = session;
    }
}
