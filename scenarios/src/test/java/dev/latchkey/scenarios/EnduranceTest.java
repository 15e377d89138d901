package dev.latchkey.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.core.UnauthorizedException;
import dev.latchkey.fake.Fault;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

class EnduranceTest {
    private static final int THREADS = 16;
    private static final int CALLS = 100;

    @Tag("storm")
    @ParameterizedTest
    @ArgumentsSource(Subjects.class)
    void tokensOfThreeHundredMillisecondsUnderRotationFailNoCall(Supplier<Subject> vendor) throws Exception {
        try (Subject subject = vendor.get()) {
            subject.tokensLive(Duration.ofMillis(300));
            int seconds = Storm.repeats(subject);
            AtomicInteger calls = new AtomicInteger();
            try (TestClient client = subject.client()) {
                long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
                assertThat(Storm.of(THREADS, () -> {
                                    while (System.nanoTime() - end < 0) {
                                        client.read().execute();
                                        calls.incrementAndGet();
                                    }
                                    return null;
                                })
                                .failures())
                        .isEmpty();
            }
            assertThat(calls).hasValueGreaterThan(THREADS);
            assertThat(subject.renewals()).isGreaterThanOrEqualTo(2 * seconds);
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
