package dev.latchkey.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.auth.TokenStore;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A stored session that is taken up by a wall clock other than the one by which it was stored. */
class StoredClockTest {
    private static final int LIFETIMES = 2;

    static Stream<Arguments> clocks() {
        return Subjects.across(Stream.of("PT0S PT1H", "PT0S PT-1H", "PT0S P1D", "PT0S P-1D", "PT1H PT-1H", "P1D PT0S")
                .map(pair -> pair.split(" "))
                .flatMap(pair -> Stream.of("PT1H", "PT12H")
                        .map(life -> List.of(Duration.parse(pair[0]), Duration.parse(pair[1]), Duration.parse(life))))
                .toList());
    }

    @ParameterizedTest
    @MethodSource("clocks")
    void aRestartCostsOneNeedlessRenewalOrOneRefusal(
            Supplier<Subject> vendor, Duration before, Duration after, Duration lifetime) {
        TokenStore store = TokenStore.inMemory();
        try (Subject subject = vendor.get()) {
            subject.tokensLive(lifetime);
            try (Device first = new Device(subject, before, options -> options.tokenStore(store))) {
                first.call();
            }
            subject.fake().clock().advance(lifetime.dividedBy(2));
            Traffic traffic = new Traffic(subject);
            traffic.restart();
            try (Device second = new Device(subject, after, options -> options.tokenStore(store))) {
                second.call();
                int needless = traffic.tokenRequests();
                assertThat(needless).isLessThanOrEqualTo(1);
                second.assertCalm(traffic);
                assertThat(traffic.refusals()).isZero();

                subject.fake().clock().advance(lifetime);
                second.call();
                assertThat(traffic.tokenRequests() - needless).isEqualTo(1);
                assertThat(traffic.refusals()).isLessThanOrEqualTo(1 - needless);
                second.assertCalm(traffic);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("clocks")
    void sharingCostsEachANeedlessRenewalAndARefusalALifetimeAtMost(
            Supplier<Subject> vendor, Duration before, Duration after, Duration lifetime) {
        TokenStore store = TokenStore.inMemory();
        try (Subject subject = vendor.get();
                Device one = new Device(subject, before, options -> options.tokenStore(store));
                Device other = new Device(subject, after, options -> options.tokenStore(store))) {
            subject.tokensLive(lifetime);
            Traffic traffic = new Traffic(subject);
            for (int step = 0; step < LIFETIMES * Device.STEPS_A_LIFETIME; step++) {
                one.call();
                other.call();
                subject.fake().clock().advance(lifetime.dividedBy(Device.STEPS_A_LIFETIME));
            }
            assertThat(traffic.tokenRequests()).isBetween(LIFETIMES, 2 * (LIFETIMES + 1));
            assertThat(traffic.refusals()).isLessThanOrEqualTo(2 * LIFETIMES + traffic.refusalsByRotation(2));
            assertThat(subject.reusedRefreshTokens()).isZero();
            one.renew(); // May join a renewal that is underway, whose token the next one replaces.
            other.renew();
            one.renew();
            one.assertCalm(traffic);
            other.call();
            other.assertCalm(traffic);
            one.call();
            one.assertCalm(traffic);
        }
    }
}
