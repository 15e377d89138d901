package dev.latchkey.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.fake.Fault;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A device whose wall clock is wrong from the start. */
class WrongClockTest {
    private static final int LIFETIMES = 3;

    static Stream<Arguments> clocks() {
        return Subjects.across(Stream.of("PT1H", "PT-1H", "PT59M59S", "P-20000D")
                .flatMap(ahead -> Stream.of("PT30M", "PT1H", "PT12H")
                        .map(life -> List.of(Duration.parse(ahead), Duration.parse(life))))
                .toList());
    }

    @ParameterizedTest
    @MethodSource("clocks")
    void costsNothingWhereTheServerTellsItsTimeOrALifetime(
            Supplier<Subject> vendor, Duration ahead, Duration lifetime) {
        try (Subject subject = vendor.get();
                Device device = new Device(subject, ahead)) {
            subject.tokensLive(lifetime);
            Traffic traffic = new Traffic(subject);
            device.liveThrough(LIFETIMES, lifetime);
            assertThat(traffic.tokenRequests()).isBetween(LIFETIMES, LIFETIMES + 1);
            assertThat(traffic.refusals()).isLessThanOrEqualTo(traffic.refusalsByRotation(1));
            device.renew();
            device.assertCalm(traffic);
        }
    }

    @ParameterizedTest
    @MethodSource("clocks")
    void costsARefusalALifetimeAtMostWhereTheServerTellsNoTime(
            Supplier<Subject> vendor, Duration ahead, Duration lifetime) {
        try (Subject subject = vendor.get();
                Device device = new Device(subject, ahead)) {
            subject.tokensLive(lifetime);
            subject.fake().faults().always(Fault.amended(answer -> {}).header("Date", "unknown"));
            Traffic traffic = new Traffic(subject);
            device.liveThrough(LIFETIMES, lifetime);
            assertThat(traffic.tokenRequests()).isBetween(LIFETIMES, LIFETIMES + 1);
            assertThat(traffic.refusals()).isLessThanOrEqualTo(LIFETIMES + traffic.refusalsByRotation(1));
            device.renew();
            device.assertCalm(traffic);
        }
    }
}
