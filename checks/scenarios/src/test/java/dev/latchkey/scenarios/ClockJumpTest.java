package dev.latchkey.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.core.UnauthorizedException;
import dev.latchkey.core.auth.SessionListener;
import dev.latchkey.core.http.ClientBuilder;
import dev.latchkey.core.http.Repeat;
import dev.latchkey.fake.Hold;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A device whose clocks jump or stand still while a session lives. */
class ClockJumpTest {
    private static final Duration LIFETIME = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final int THREADS = 16;

    static Stream<Arguments> jumps() {
        return Subjects.across(Stream.of("PT1H", "PT-1H", "P1D", "P-1D")
                .map(jump -> List.of(Duration.parse(jump)))
                .toList());
    }

    @ParameterizedTest
    @MethodSource("jumps")
    void aWallClockThatIsSetCostsNothing(Supplier<Subject> vendor, Duration jump) {
        try (Subject subject = vendor.get();
                Device device = loggedIn(subject)) {
            Traffic traffic = new Traffic(subject);
            device.time().setWallBy(jump);
            device.assertCalm(traffic);
            device.liveThrough(2, LIFETIME);
            assertThat(traffic.tokenRequests()).isBetween(1, 3);
            assertThat(traffic.refusals()).isLessThanOrEqualTo(traffic.refusalsByRotation(1));
            device.renew();
            device.assertCalm(traffic);
        }
    }

    @ParameterizedTest
    @MethodSource("jumps")
    void aWallClockThatIsSetDuringARenewalCostsNothing(Supplier<Subject> vendor, Duration jump) throws Exception {
        try (Subject subject = vendor.get();
                Device device = loggedIn(subject)) {
            Traffic traffic = new Traffic(subject);
            device.time().setWallBy(jump.negated());
            subject.fake().clock().advance(LIFETIME.multipliedBy(2));
            try (Hold hold = subject.holdRenewals()) {
                CompletableFuture<?> call = device.client().read().executeAsync();
                hold.awaitArrived(1, SOON);
                device.time().setWallBy(jump);
                hold.release();
                call.get(SOON.toSeconds(), TimeUnit.SECONDS);
            }
            device.assertCalm(traffic);
            device.liveThrough(2, LIFETIME);
            assertThat(traffic.tokenRequests()).isBetween(2, 4);
            assertThat(traffic.refusals()).isLessThanOrEqualTo(traffic.refusalsByRotation(1));
        }
    }

    @ParameterizedTest
    @ArgumentsSource(Subjects.class)
    void aDayAsleepOnAClockThatCountsItCostsTheRenewalThatIsDue(Supplier<Subject> vendor) {
        try (Subject subject = vendor.get();
                Device device = loggedIn(subject)) {
            Traffic traffic = new Traffic(subject);
            subject.fake().clock().advance(DAY);
            device.call();
            assertThat(traffic.tokenRequests()).isEqualTo(1);
            assertThat(traffic.refusals()).isZero();
            device.assertCalm(traffic);
        }
    }

    @ParameterizedTest
    @ArgumentsSource(Subjects.class)
    void aDayAsleepOnAClockThatStoodStillCostsOneRefusal(Supplier<Subject> vendor) {
        try (Subject subject = vendor.get();
                Device device = loggedIn(subject)) {
            Traffic traffic = new Traffic(subject);
            device.time().sleepDeeply(DAY);
            device.call();
            assertThat(traffic.tokenRequests()).isEqualTo(1);
            assertThat(traffic.refusals()).isEqualTo(1);
            device.assertCalm(traffic);
            device.liveThrough(1, LIFETIME);
            assertThat(traffic.tokenRequests()).isLessThanOrEqualTo(2);
        }
    }

    @ParameterizedTest
    @ArgumentsSource(Subjects.class)
    void manyCallsAfterADayAsleepAreRefusedOnceEachAndShareOneRenewal(Supplier<Subject> vendor) throws Exception {
        try (Subject subject = vendor.get();
                Device device = loggedIn(subject)) {
            Traffic traffic = new Traffic(subject);
            device.time().sleepDeeply(DAY);
            assertThat(Storm.of(THREADS, () -> device.client().read().execute()).failures())
                    .isEmpty();
            assertThat(traffic.tokenRequests()).isEqualTo(1);
            assertThat(traffic.refusals()).isBetween(1, THREADS);
            device.assertCalm(traffic);
        }
    }

    @ParameterizedTest
    @ArgumentsSource(Subjects.class)
    void aCallThatIsNeverRepeatedIsRefusedOnceAfterADayAsleep(Supplier<Subject> vendor) throws Exception {
        CountDownLatch loginAndRenewal = new CountDownLatch(2);
        SessionListener listener = new SessionListener() {
            @Override
            public void renewed() {
                loginAndRenewal.countDown();
            }
        };
        try (Subject subject = vendor.get();
                Device device = loggedIn(subject, options -> options.listener(listener))) {
            Traffic traffic = new Traffic(subject);
            var once = device.client().write().repeat(Repeat.NEVER).returningText();
            device.time().sleepDeeply(DAY);
            assertThatThrownBy(once::execute).isInstanceOf(UnauthorizedException.class);
            assertThat(loginAndRenewal.await(SOON.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
            once.execute();
            assertThat(traffic.tokenRequests()).isEqualTo(1);
            device.assertCalm(traffic);
        }
    }

    @ParameterizedTest
    @ArgumentsSource(Subjects.class)
    void aMonotonicClockThatGoesBackCostsOneRefusal(Supplier<Subject> vendor) {
        try (Subject subject = vendor.get();
                Device device = loggedIn(subject)) {
            Traffic traffic = new Traffic(subject);
            device.time().setMonotonicBy(DAY.negated());
            device.assertCalm(traffic);
            subject.fake().clock().advance(LIFETIME.multipliedBy(2));
            device.call();
            assertThat(traffic.tokenRequests()).isEqualTo(1);
            assertThat(traffic.refusals()).isEqualTo(1);
            device.assertCalm(traffic);
        }
    }

    @ParameterizedTest
    @ArgumentsSource(Subjects.class)
    void aMonotonicClockThatLeapsAheadCostsOneNeedlessRenewal(Supplier<Subject> vendor) {
        try (Subject subject = vendor.get();
                Device device = loggedIn(subject)) {
            Traffic traffic = new Traffic(subject);
            device.time().setMonotonicBy(DAY);
            device.call();
            assertThat(traffic.tokenRequests()).isEqualTo(1);
            assertThat(traffic.refusals()).isZero();
            device.assertCalm(traffic);
        }
    }

    private static Device loggedIn(Subject subject) {
        return loggedIn(subject, options -> {});
    }

    private static Device loggedIn(Subject subject, Consumer<ClientBuilder<?>> options) {
        subject.tokensLive(LIFETIME);
        Device device = new Device(subject, Duration.ZERO, options);
        device.call();
        subject.fake().journal().clear();
        return device;
    }
}
