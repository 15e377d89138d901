package dev.latchkey.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.fake.FakeResponse;
import dev.latchkey.fake.Hold;
import dev.latchkey.fake.JournalEntry;
import dev.latchkey.fake.controlbyweb.FakeControlByWeb;
import dev.latchkey.fake.junit.Fake;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The README's own client, word for word ({@link SnippetsTest} sees to that), when its token is refused underway. */
class RenewingSnippetTest {
    @Fake
    final FakeControlByWeb cloud = FakeControlByWeb.withUser("jane", "secret");

    @Test
    void theReadmesOwnClientRenews() throws Exception {
        cloud.handleAuthorized(
                "GET", "/v1/devices", request -> FakeResponse.json(200, List.of(Map.of("name", "pump"))));
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try (Hold first = cloud.hold("GET", "/v1/devices")) {
            Future<?> example = threads.submit(() -> {
                UseYourOwnHttpClient.run(cloud.baseUrl());
                return null;
            });
            first.awaitArrived(1, Duration.ofSeconds(20));
            cloud.revokeAccessTokens();
            first.release();
            example.get(20, TimeUnit.SECONDS);
        } finally {
            threads.shutdownNow();
        }

        assertThat(cloud.journal().requests("GET", "/v1/devices"))
                .extracting(JournalEntry::status)
                .containsExactly(401, 200, 200);
    }
}
