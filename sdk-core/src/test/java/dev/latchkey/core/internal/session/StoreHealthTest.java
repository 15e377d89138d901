package dev.latchkey.core.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.auth.AuthScheme;
import dev.latchkey.core.auth.SessionKey;
import dev.latchkey.core.auth.SessionListener;
import dev.latchkey.core.auth.StoredSession;
import dev.latchkey.core.auth.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One warning says that a store fails, and one line that it is well again. Reads the log of the whole test run. */
class StoreHealthTest {
    private static final Path LOG = Path.of("target", "secret-leaks", "test.log");

    private final FaultyStore store = new FaultyStore();
    private final List<Exception> told = new ArrayList<>();

    private SavedSession saved(SessionKey key) {
        SessionEvents events = new SessionEvents(Runnable::run, System::nanoTime);
        events.add(new SessionListener() {
            @Override
            public void storeFailed(Exception cause) {
                told.add(cause);
            }
        });
        return new SavedSession(StoreAccess.direct(store), key, AuthScheme.bearer(), Duration.ofSeconds(5), events);
    }

    private static SessionKey key(String identity) {
        return new SessionKey("acme", "https://api.test", identity);
    }

    private static boolean save(SavedSession saved, SessionKey key) throws IOException {
        return saved.exclusively(section -> {
            section.load();
            return section.save(
                    new StoredSession(key, 1, 1, new Tokens("a1", null, null), Instant.EPOCH, null, null, null));
        });
    }

    private static List<String> lines(String level, String identity) throws IOException {
        try (Stream<String> lines = Files.lines(LOG)) {
            return lines.filter(line -> line.contains(" " + level + " ") && line.contains("acme, " + identity + ":"))
                    .toList();
        }
    }

    @Test
    void aStoreThatKeepsFailingIsWarnedOfOnceUntilItIsWellAgain() throws Exception {
        SavedSession saved = saved(key("away"));
        for (int outage = 1; outage <= 2; outage++) {
            store.broken(true);
            for (int i = 0; i < 3; i++) {
                assertThat(saved.peek()).isNull();
            }
            assertThat(saved.health().working()).isFalse();
            store.broken(false);
            assertThat(saved.peek()).isNull();
            assertThat(saved.health().working()).isTrue();
            assertThat(told).hasSize(outage);
            assertThat(lines("WARN", "away")).hasSize(outage);
            assertThat(lines("INFO", "away")).hasSize(outage).allMatch(line -> line.contains("works again"));
        }
    }

    /** A disk that is full, say. */
    @Test
    void aStoreThatCannotBeWrittenIsNotWellForBeingRead() throws Exception {
        SessionKey key = key("full");
        SavedSession saved = saved(key);
        store.failSaves(true);
        for (int i = 0; i < 3; i++) {
            assertThat(save(saved, key)).isFalse();
            assertThat(saved.peek()).isNull();
            assertThat(saved.health().working()).isFalse();
        }
        assertThat(lines("INFO", "full")).isEmpty();
        store.failSaves(false);
        assertThat(save(saved, key)).isTrue();
        assertThat(saved.health().working()).isTrue();
        assertThat(told).hasSize(1);
        assertThat(lines("WARN", "full")).hasSize(1);
        assertThat(lines("INFO", "full")).hasSize(1);
    }
}
