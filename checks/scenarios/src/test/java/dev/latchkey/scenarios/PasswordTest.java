package dev.latchkey.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.latchkey.core.ApiException;
import dev.latchkey.core.RenewalFailedException;
import dev.latchkey.core.auth.TokenStore;
import dev.latchkey.fake.Fault;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.provider.MethodSource;

/** An application that goes on calling does not lock its user, whatever its logins are answered with. Its calls wait. */
@Execution(ExecutionMode.CONCURRENT)
class PasswordTest {
    private static final Duration FOUR_SECONDS = Duration.ofSeconds(4);

    /** Of each it cannot be told whether a password was looked at. */
    static Stream<Arguments> everyVendorAndUncertainAnswer() {
        List<Named<Fault>> answers = List.of(
                Named.of("400 of HTML", Fault.html(400)),
                Named.of("401 of HTML", Fault.html(401)),
                Named.of("403 of HTML", Fault.html(403)),
                Named.of("422 of HTML", Fault.html(422)),
                Named.of("423", Fault.status(423)),
                Named.of("429", Fault.status(429)),
                Named.of("500 of HTML", Fault.html(500)),
                Named.of("504", Fault.status(504)),
                Named.of("redirect", Fault.redirectToLogin()),
                Named.of("200 without a token", Fault.html(200)),
                Named.of("lost", Fault.answerLost()));
        return Subjects.all().flatMap(vendor -> answers.stream().map(answer -> Arguments.of(vendor, answer)));
    }

    @ParameterizedTest
    @MethodSource("everyVendorAndUncertainAnswer")
    void withoutAClearAnswerItIsSentTwice(Supplier<Subject> vendor, Fault answer) {
        try (Subject subject = vendor.get();
                TestClient client = subject.client()) {
            subject.fake()
                    .faults()
                    .on(subject.login().method(), subject.login().path())
                    .always(answer);

            call12Times(subject, client);

            assertThat(logins(subject)).isEqualTo(2);
            assertThat(assertThrows(
                            RenewalFailedException.class, () -> client.read().execute()))
                    .hasMessageContaining("session().login(");
            subject.fake().faults().clear();
            client.session().login().execute();
            client.read().execute();
        }
    }

    @ParameterizedTest
    @ArgumentsSource(Subjects.class)
    void aRefusedOneIsSentOnce(Supplier<Subject> vendor) {
        try (Subject subject = vendor.get();
                TestClient client = subject.client(options -> options.credentials(subject.username(), "wrong"))) {
            call12Times(subject, client);

            assertThat(logins(subject)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ArgumentsSource(Subjects.class)
    void allWhoShareAStoreSendARefusedOneOnce(Supplier<Subject> vendor) {
        TokenStore store = TokenStore.inMemory();
        try (Subject subject = vendor.get()) {
            for (int restart = 0; restart < 3; restart++) {
                try (TestClient client = subject.client(options ->
                        options.credentials(subject.username(), "wrong").tokenStore(store))) {
                    assertThrows(ApiException.class, () -> client.read().execute());
                }
            }
            assertThat(logins(subject)).isEqualTo(1);
        }
    }

    /** A gateway that is being redeployed, for instance. */
    @ParameterizedTest
    @ArgumentsSource(Subjects.class)
    void onePageOfAGatewayEndsNoSession(Supplier<Subject> vendor) {
        try (Subject subject = vendor.get();
                TestClient client = subject.client(options -> options.waitForToken(Duration.ZERO))) {
            subject.fake()
                    .faults()
                    .on(subject.login().method(), subject.login().path())
                    .next(Fault.html(401));
            assertThat(assertThrows(ApiException.class, () -> client.read().execute())
                            .retryable())
                    .isTrue();
            subject.fake().clock().advance(FOUR_SECONDS);
            client.read().execute();

            subject.fake().clock().advance(subject.beyondExpiry());
            subject.fake()
                    .faults()
                    .on(subject.renewal().method(), subject.renewal().path())
                    .next(Fault.html(401));
            assertThrows(ApiException.class, () -> client.read().execute());
            subject.fake().clock().advance(FOUR_SECONDS);
            client.read().execute();
        }
    }

    private static void call12Times(Subject subject, TestClient client) {
        for (int call = 0; call < 12; call++) {
            assertThrows(ApiException.class, () -> client.read().execute());
            subject.fake().clock().advance(FOUR_SECONDS);
        }
    }

    private static int logins(Subject subject) {
        return subject.fake()
                .journal()
                .count(subject.login().method(), subject.login().path());
    }
}
