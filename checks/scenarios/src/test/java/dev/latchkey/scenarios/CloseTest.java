package dev.latchkey.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.core.auth.SessionKey;
import dev.latchkey.core.auth.StoredSession;
import dev.latchkey.core.auth.TokenStore;
import dev.latchkey.fake.Hold;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

class CloseTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    @ParameterizedTest
    @ArgumentsSource(Subjects.class)
    void aRenewalInFlightSavesItsTokensBeforeTheClientIsClosed(Supplier<Subject> vendor) throws Exception {
        KeptSessions store = new KeptSessions();
        try (Subject subject = vendor.get()) {
            TestClient client = subject.client(options -> options.tokenStore(store));
            client.read().execute();
            long version = store.only().version();
            subject.fake().clock().advance(subject.beyondExpiry());
            FutureTask<Boolean> close = new FutureTask<>(() -> {
                client.close();
                return true;
            });
            try (Hold hold = subject.holdRenewals()) {
                var renewal = client.session().renew().executeAsync();
                hold.awaitArrived(1, SOON);
                new Thread(close).start();
                await().until(renewal::isCompletedExceptionally);
                assertThat(close.isDone()).isFalse();
            }
            assertThat(close.get(10, TimeUnit.SECONDS)).isTrue();
            assertThat(store.only().version()).isEqualTo(version + 1);

            try (TestClient next = subject.client(options -> options.tokenStore(store))) {
                int before = subject.renewals();
                next.read().execute();
                assertThat(subject.renewals()).isEqualTo(before);
            }
        }
    }

    @ParameterizedTest
    @ArgumentsSource(Subjects.class)
    void noThreadOfOursOutlivesTheClient(Supplier<Subject> vendor) throws Exception {
        try (Subject subject = vendor.get()) {
            TestClient client = subject.client();
            client.read().executeAsync().get(10, TimeUnit.SECONDS);
            Thread[] ours = threadsOfOurs();
            assertThat(ours).isNotEmpty();
            client.close();
            for (Thread thread : ours) {
                // Threads of other tests' clients may be among them; those end within seconds, too.
                assertThat(thread.isDaemon()).as(thread.getName()).isTrue();
                thread.join(SOON.toMillis());
                assertThat(thread.isAlive()).as(thread.getName()).isFalse();
            }
        }
    }

    @Test
    void aProgramEndsAtOnceAfterItsLastLine() throws Exception {
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OneCall.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(program.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(program.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(program.exitValue()).as(said).isZero();
        long ended = System.currentTimeMillis();
        assertThat(said).contains("last line at ");
        long last = Long.parseLong(said.substring(said.indexOf("last line at ") + "last line at ".length())
                .trim());
        assertThat(Duration.ofMillis(ended - last)).isLessThan(SOON);
    }

    /** A program that closes its client, and one that forgets to. */
    static final class OneCall {
        private OneCall() {}

        public static void main(String[] args) throws Exception {
            Subject subject = new ControlByWebSubject();
            TestClient forgotten = subject.client();
            forgotten.read().executeAsync().get();
            try (TestClient client = subject.client()) {
                client.read().executeAsync().get();
            }
            subject.close();
            System.out.println("last line at " + System.currentTimeMillis());
        }
    }

    private static Thread[] threadsOfOurs() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("latchkey-"))
                .toArray(Thread[]::new);
    }

    /** A store in memory whose one session a test can look at. */
    private static final class KeptSessions implements TokenStore {
        private final TokenStore memory = TokenStore.inMemory();
        private final Map<SessionKey, Boolean> keys = new ConcurrentHashMap<>();

        StoredSession only() throws Exception {
            assertThat(keys).hasSize(1);
            return Objects.requireNonNull(
                    load(keys.keySet().stream().collect(Collectors.toList()).get(0)));
        }

        @Override
        public @Nullable StoredSession load(SessionKey key) throws java.io.IOException {
            return memory.load(key);
        }

        @Override
        public <T> T exclusively(SessionKey key, Duration maxWait, Section<T> section)
                throws java.io.IOException, InterruptedException {
            keys.put(key, true);
            return memory.exclusively(key, maxWait, section);
        }
    }
}
