package dev.latchkey.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.core.UnauthorizedException;
import dev.latchkey.fake.Fault;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

class EnduranceTest {
    private static final int THREADS = 16;
    private static final long TEN_SECONDS = TimeUnit.SECONDS.toNanos(10);
    private static final long THREE_SECONDS = TimeUnit.SECONDS.toNanos(3);

    @ParameterizedTest
    @ArgumentsSource(Subjects.class)
    void tokensOfThreeHundredMillisecondsUnderRotationFailNoCall(Supplier<Subject> vendor) throws Exception {
        try (Subject subject = vendor.get()) {
            subject.tokensLive(Duration.ofMillis(300));
            AtomicInteger calls = new AtomicInteger();
            try (TestClient client = subject.client()) {
                long end = System.nanoTime() + (subject.rotates() ? TEN_SECONDS : THREE_SECONDS);
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
            assertThat(subject.renewals()).isGreaterThan(subject.rotates() ? 20 : 5);
            assertThat(subject.reusedRefreshTokens()).isZero();
        }
    }

    @ParameterizedTest
    @ArgumentsSource(Subjects.class)
    void anEndpointThatRefusesEveryTokenDoesNotRotateTheSessionForEver(Supplier<Subject> vendor) {
        try (Subject subject = vendor.get();
                TestClient client = subject.client()) {
            client.session().login().execute();
            int before = subject.renewals();
            Subject.Endpoint refusing = subject.protectedEndpoint();
            subject.fake()
                    .faults()
                    .on(refusing.method(), refusing.path())
                    .always(Fault.status(401).json("{\"message\":\"Unauthenticated.\"}"));
            long end = System.nanoTime() + THREE_SECONDS;
            int calls = 0;
            while (System.nanoTime() - end < 0) {
                assertThatThrownBy(() -> client.read().execute()).isInstanceOf(UnauthorizedException.class);
                calls++;
            }
            assertThat(calls).isGreaterThan(10);
            assertThat(subject.renewals() - before).isBetween(1, 4);
        }
    }
}
