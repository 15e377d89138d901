package dev.latchkey.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.http.ClientBuilder;
import dev.latchkey.core.http.RetryPolicy;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class IdleConnectionTest {
    /** Longer than any call may take: what needs a retry fails. */
    static final RetryPolicy NO_TIME_FOR_RETRIES =
            RetryPolicy.defaults().withInitialDelay(Duration.ofHours(1)).withMaxDelay(Duration.ofHours(1));

    static Stream<Arguments> everyVendorOnEveryLink() {
        return Subjects.all().flatMap(vendor -> Arrays.stream(Link.values()).map(link -> Arguments.of(vendor, link)));
    }

    @ParameterizedTest
    @MethodSource("everyVendorOnEveryLink")
    void aConnectionThatTheServerClosedWhileItWasIdleFailsNothing(Supplier<Subject> vendor, Link link)
            throws Exception {
        try (Subject subject = vendor.get()) {
            Consumer<ClientBuilder<?>> way = link.laidTo(subject);
            for (Work work : Work.values()) {
                try (TestClient client = subject.client(way.andThen(options -> options.retries(NO_TIME_FOR_RETRIES)))) {
                    client.read().execute();
                    subject.fake().clock().advance(Duration.ofSeconds(1));
                    int before = work.count(subject);
                    subject.fake().closeIdleConnections();

                    work.doneBy(client);

                    assertThat(work.count(subject) - before).as("%s", work).isEqualTo(work == Work.LOGOUT ? 0 : 1);
                }
            }
        }
    }
}
