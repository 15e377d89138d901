package dev.latchkey.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.latchkey.core.UnauthorizedException;
import dev.latchkey.fake.Fault;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

class EnduranceTest {
    private static final int THREADS = 16;
    private static final int CALLS = 100;
    private static final Duration LIMIT = Duration.ofMinutes(10);

    @Tag("storm")
    @ParameterizedTest
    @ArgumentsSource(Subjects.class)
    void tokensOfThreeHundredMillisecondsUnderRotationFailNoCall(Supplier<Subject> vendor) throws Exception {
        try (Subject subject = vendor.get()) {
            subject.tokensLive(Duration.ofMillis(300));
            int renewals = 2 * Storm.repeats(subject);
            CompletableFuture<Void> enough =
                    CompletableFuture.runAsync(() -> await().atMost(LIMIT).until(() -> subject.renewals() >= renewals));
            AtomicInteger calls = new AtomicInteger();
            try (TestClient client = subject.client()) {
                assertThat(Storm.of(THREADS, () -> {
                                    while (!enough.isDone()) {
                                        client.read().execute();
                                        calls.incrementAndGet();
                                    }
                                    return null;
                                })
                                .failures(LIMIT))
                        .isEmpty();
            }
            assertThat(calls).hasValueGreaterThan(THREADS);
            assertThat(enough).isCompleted();
            assertThat(subject.reusedRefreshTokens()).isZero();
        }
    }

    @ParameterizedTest
    @ArgumentsSource(Subjects.class)
    void anEndpointThatRefusesEveryTokenDoesNotRotateTheSessionForEver(Supplier<Subject> vendor) {
        try (Subject subject = vendor.get();
                TestClient client = subject.client()) {
            client.session().login().execute();
            subject.fake().clock().freeze();
            int before = subject.renewals();
            Subject.Endpoint refusing = subject.protectedEndpoint();
            subject.fake()
                    .faults()
                    .on(refusing.method(), refusing.path())
                    .always(Fault.status(401).json("{\"message\":\"Unauthenticated.\"}"));
            requireRefused(client);
            int atOnce = subject.renewals() - before;
            assertThat(atOnce).isBetween(1, 3);

            subject.fake().clock().advance(Duration.ofSeconds(10));
            requireRefused(client);
            assertThat(subject.renewals() - before).isLessThanOrEqualTo(atOnce + 1);
        }
    }

    private static void requireRefused(TestClient client) {
        for (int call = 0; call < CALLS; call++) {
            assertThatThrownBy(() -> client.read().execute()).isInstanceOf(UnauthorizedException.class);
        }
    }
}
