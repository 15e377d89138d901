package dev.latchkey.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.latchkey.core.ApiException;
import dev.latchkey.core.CallCanceledException;
import dev.latchkey.core.CallInterruptedException;
import dev.latchkey.core.RenewalFailedException;
import dev.latchkey.core.SessionExpiredException;
import dev.latchkey.core.auth.LogoutResult;
import dev.latchkey.core.auth.SessionState;
import dev.latchkey.fake.Fault;
import dev.latchkey.fake.Hold;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** Rotation is on throughout, and a refresh kills the old access token at once. */
@Tag("storm")
class StormTest {

    @ParameterizedTest
    @ArgumentsSource(Subjects.class)
    void callsAtExpiryShareOneRenewalAndAllSucceed(Supplier<Subject> vendor) throws Exception {
        repeat(vendor, subject -> {
            try (TestClient client = subject.client()) {
                client.read().execute();
                int before = subject.renewals();
                subject.fake().clock().advance(subject.beyondExpiry());
                assertThat(Storm.of(Storm.THREADS, client.read()::execute).failures())
                        .isEmpty();
                assertThat(subject.renewals() - before)
                        .as(subject::renewalHistory)
                        .isEqualTo(1);
                assertThat(subject.reusedRefreshTokens()).isZero();
            }
        });
    }

    @ParameterizedTest
    @ArgumentsSource(Subjects.class)
    void refusalsSpreadOverATimeShareOneRenewalAndAllSucceed(Supplier<Subject> vendor) throws Exception {
        repeat(vendor, subject -> {
            try (TestClient client = subject.client()) {
                client.read().execute();
                int before = subject.renewals();
                subject.revokeAccessTokens();
                assertThat(Storm.spread(Storm.THREADS, 300, client.read()::execute)
                                .failures())
                        .isEmpty();
                assertThat(subject.renewals() - before)
                        .as(subject::renewalHistory)
                        .isEqualTo(1);
                assertThat(subject.reusedRefreshTokens()).isZero();
            }
        });
    }

    @ParameterizedTest
    @ArgumentsSource(Subjects.class)
    void oneOutageOfTheTokenEndpointFailsNobody(Supplier<Subject> vendor) throws Exception {
        repeat(vendor, subject -> {
            try (TestClient client = subject.client()) {
                client.read().execute();
                int before = subject.renewals();
                subject.fake().clock().advance(subject.beyondExpiry());
                subject.fake()
                        .faults()
                        .on(subject.renewal().method(), subject.renewal().path())
                        .next(Fault.status(503));

                assertThat(Storm.of(Storm.THREADS, client.read()::execute).failures())
                        .isEmpty();
                assertThat(subject.renewals() - before)
                        .as(subject::renewalHistory)
                        .isEqualTo(2);
            }
        });
    }

    @ParameterizedTest
    @ArgumentsSource(Subjects.class)
    void callsThatDoNotWaitShareTheFailureOfOneRenewalAndThenRecover(Supplier<Subject> vendor) throws Exception {
        repeat(vendor, subject -> {
            try (TestClient client = subject.client(options -> options.waitForToken(Duration.ZERO))) {
                client.read().execute();
                int before = subject.renewals();
                subject.fake().clock().advance(subject.beyondExpiry());
                subject.fake()
                        .faults()
                        .on(subject.renewal().method(), subject.renewal().path())
                        .next(Fault.status(503));

                List<ApiException> failures =
                        Storm.of(Storm.THREADS, client.read()::execute).failures();

                assertThat(failures)
                        .hasSize(Storm.THREADS)
                        .allSatisfy(failure -> assertThat(failure).isInstanceOf(RenewalFailedException.class));
                assertThat(failures.stream().map(Throwable::getCause).distinct())
                        .hasSize(1);
                assertThat(subject.renewals() - before)
                        .as(subject::renewalHistory)
                        .isEqualTo(1);

                subject.fake().clock().advance(Duration.ofSeconds(2));
                client.read().execute();
                assertThat(subject.renewals() - before)
                        .as(subject::renewalHistory)
                        .isEqualTo(2);
            }
        });
    }

    @ParameterizedTest
    @ArgumentsSource(Subjects.class)
    void aCallerWhoIsInterruptedDuringTheRenewalHarmsNobodyElse(Supplier<Subject> vendor) throws Exception {
        repeat(vendor, subject -> {
            try (TestClient client = subject.client()) {
                client.read().execute();
                subject.fake().clock().advance(subject.beyondExpiry());
                int before = subject.renewals();
                Storm storm;
                try (Hold hold = subject.holdRenewals()) {
                    storm = Storm.of(Storm.THREADS, client.read()::execute);
                    hold.awaitArrived(1, Duration.ofSeconds(10));
                    storm.interrupt(7);
                }
                assertThat(storm.failures())
                        .hasSizeLessThanOrEqualTo(1)
                        .allSatisfy(failure -> assertThat(failure).isInstanceOf(CallInterruptedException.class));
                subject.fake().clock().advance(subject.beyondExpiry());
                client.read().execute();
                assertThat(subject.renewals() - before)
                        .as(subject::renewalHistory)
                        .isEqualTo(2);
                assertThat(subject.reusedRefreshTokens()).isZero();
            }
        });
    }

    @ParameterizedTest
    @ArgumentsSource(Subjects.class)
    void aCallThatIsCancelledDuringTheRenewalHarmsNobodyElse(Supplier<Subject> vendor) throws Exception {
        repeat(vendor, subject -> {
            try (TestClient client = subject.client()) {
                client.read().execute();
                subject.fake().clock().advance(subject.beyondExpiry());
                int before = subject.renewals();
                Storm storm;
                CompletableFuture<?> cancelled;
                try (Hold hold = subject.holdRenewals()) {
                    cancelled = client.read().executeAsync();
                    hold.awaitArrived(1, Duration.ofSeconds(10));
                    storm = Storm.of(Storm.THREADS, client.read()::execute);
                    assertThat(cancelled.cancel(true)).isTrue();
                }
                assertThat(storm.failures()).isEmpty();
                assertThat(cancelled).isCancelled();
                assertThat(subject.renewals() - before)
                        .as(subject::renewalHistory)
                        .isEqualTo(1);
                subject.fake().clock().advance(subject.beyondExpiry());
                client.read().execute();
                assertThat(subject.reusedRefreshTokens()).isZero();
            }
        });
    }

    @ParameterizedTest
    @ArgumentsSource(Subjects.class)
    void aLogoutDuringTheRenewalIsFinal(Supplier<Subject> vendor) throws Exception {
        repeat(vendor, subject -> {
            try (TestClient client = subject.client()) {
                client.read().execute();
                subject.fake().clock().advance(subject.beyondExpiry());
                Storm storm;
                CompletableFuture<LogoutResult> logout;
                try (Hold hold = subject.holdRenewals()) {
                    storm = Storm.of(Storm.THREADS, client.read()::execute);
                    hold.awaitArrived(1, Duration.ofSeconds(10));
                    logout = client.session().logout().executeAsync();
                    await().until(() -> client.session().state() == SessionState.LOGGED_OUT);
                }
                assertThat(storm.failures())
                        .hasSize(Storm.THREADS)
                        .allSatisfy(failure -> assertThat(failure).isInstanceOf(SessionExpiredException.class));
                assertThat(logout.get()).isEqualTo(subject.logoutReaches());
                requireEnded(subject, client);
            }
        });
    }

    @ParameterizedTest
    @ArgumentsSource(Subjects.class)
    void callsAndLogoutsThatRaceLeaveNothingAlive(Supplier<Subject> vendor) throws Exception {
        repeat(vendor, subject -> {
            try (TestClient client = subject.client()) {
                client.read().execute();
                subject.fake().clock().advance(subject.beyondExpiry());
                Storm storm = Storm.of(Storm.THREADS, client.read()::execute);
                client.session().logout().execute();
                assertThat(storm.failures())
                        .allSatisfy(failure -> assertThat(failure).isInstanceOf(SessionExpiredException.class));
                requireEnded(subject, client);
            }
        });
    }

    @ParameterizedTest
    @ArgumentsSource(Subjects.class)
    void asyncCallsThatWaitForARenewalDoNotStarveIt(Supplier<Subject> vendor) throws Exception {
        repeat(vendor, subject -> {
            try (TestClient client = subject.client()) {
                client.read().execute();
                subject.fake().clock().advance(subject.beyondExpiry());
                List<CompletableFuture<?>> calls = new java.util.ArrayList<>();
                for (int call = 0; call < 200; call++) {
                    calls.add(client.read().executeAsync());
                }
                for (CompletableFuture<?> call : calls) {
                    call.get(20, java.util.concurrent.TimeUnit.SECONDS);
                }
            } catch (ExecutionException e) {
                assertThat(e.getCause()).isNotInstanceOf(CallCanceledException.class);
                throw e;
            }
        });
    }

    /** Nothing brings the session back, and where the vendor has a logout, nothing is left of it at the server. */
    private static void requireEnded(Subject subject, TestClient client) {
        assertThat(client.session().state()).isEqualTo(SessionState.LOGGED_OUT);
        if (subject.logoutReaches() == LogoutResult.SERVER) {
            assertThat(subject.hasLiveSession()).isFalse();
        }
        int before = subject.fake().journal().count();
        assertThatThrownBy(() -> client.read().execute()).isInstanceOf(SessionExpiredException.class);
        assertThat(subject.fake().journal().count()).isEqualTo(before);
    }

    private interface Scenario {
        void run(Subject subject) throws Exception;
    }

    private static void repeat(Supplier<Subject> vendor, Scenario scenario) throws Exception {
        int repeats = 1;
        for (int repeat = 0; repeat < repeats; repeat++) {
            try (Subject subject = vendor.get()) {
                repeats = Storm.repeats(subject);
                scenario.run(subject);
            }
        }
    }
}
