package dev.latchkey.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.core.RenewalFailedException;
import dev.latchkey.core.UnauthorizedException;
import dev.latchkey.core.auth.RenewalReason;
import dev.latchkey.core.auth.SessionState;
import dev.latchkey.core.auth.SessionStatus;
import dev.latchkey.core.auth.TokenStore;
import dev.latchkey.fake.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** A client is started, is asked how it is doing, and meets what it cannot mend. */
class SessionStatusTest {

    @ParameterizedTest
    @ArgumentsSource(Subjects.class)
    void ensuringLogsInOnceAndARestartedClientRestoresThat(Supplier<Subject> vendor) {
        TokenStore store = TokenStore.inMemory();
        try (Subject subject = vendor.get()) {
            try (TestClient client = subject.client(options -> options.tokenStore(store))) {
                assertThat(client.session().ensure().execute()).isEqualTo(SessionState.ACTIVE);
                client.read().execute();
            }
            int requests = subject.fake().journal().count();
            try (TestClient restarted = subject.client(options -> options.tokenStore(store))) {
                assertThat(restarted.session().restore().execute()).isEqualTo(SessionState.ACTIVE);
                assertThat(restarted.session().ensure().execute()).isEqualTo(SessionState.ACTIVE);
                assertThat(subject.fake().journal().count()).isEqualTo(requests);
                restarted.read().execute();
            }
        }
    }

    @ParameterizedTest
    @ArgumentsSource(Subjects.class)
    void aSessionWhoseTokenHasEndedIsNotActiveWhileTheServerIsDown(Supplier<Subject> vendor) {
        try (Subject subject = vendor.get();
                TestClient client = subject.client(options -> options.waitForToken(Duration.ZERO))) {
            client.read().execute();
            assertThat(status(client).state()).isEqualTo(SessionState.ACTIVE);
            assertThat(Objects.requireNonNull(status(client).lastRenewal()).reason())
                    .isEqualTo(RenewalReason.FIRST_USE);

            subject.fake().faults().always(Fault.status(503).retryAfter(60));
            subject.fake().clock().advance(subject.beyondExpiry());
            Instant before = subject.fake().clock().instant();
            assertThatThrownBy(client.read()::execute)
                    .isInstanceOfSatisfying(
                            RenewalFailedException.class,
                            e -> assertThat(e.retryAfter()).contains(Duration.ofSeconds(60)));

            SessionStatus down = status(client);
            assertThat(down.state()).isEqualTo(SessionState.RENEWAL_DUE);
            assertThat(client.session().state()).isEqualTo(SessionState.RENEWAL_DUE);
            assertThat(down.usableUntil()).isNull();
            assertThat(Objects.requireNonNull(down.lastFailure()).problem()).contains("503");
            assertThat(Objects.requireNonNull(down.nextTry())).isAfterOrEqualTo(before.plusSeconds(60));

            subject.fake().faults().clear();
            subject.fake().clock().advance(Duration.ofSeconds(61));
            client.read().execute();
            assertThat(status(client).state()).isEqualTo(SessionState.ACTIVE);
        }
    }

    @ParameterizedTest
    @ArgumentsSource(Subjects.class)
    void anEndpointThatRefusesFreshTokensStopsCausingRenewalsAndLogins(Supplier<Subject> vendor) {
        try (Subject subject = vendor.get();
                TestClient client = subject.client()) {
            client.session().ensure().execute();
            int before = subject.renewals();
            String path = subject.protectedEndpoint().path();
            subject.fake()
                    .faults()
                    .on(subject.protectedEndpoint().method(), path)
                    .always(Fault.status(401));
            for (int minute = 0; minute < 8; minute++) {
                assertThatThrownBy(client.read()::execute).isInstanceOf(UnauthorizedException.class);
                subject.fake().clock().advance(Duration.ofMinutes(1));
            }
            assertThat(subject.renewals() - before).as(subject::renewalHistory).isLessThanOrEqualTo(2);

            subject.fake().faults().clear();
            client.read().execute();
        }
    }

    private static SessionStatus status(TestClient client) {
        return client.session().status();
    }
}
