package dev.latchkey.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.core.CallTimeoutException;
import dev.latchkey.fake.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** In real time: answers that take 12 s, longer than any limit of OkHttp's own. */
@Tag("reliability")
class SlowServerTest {
    private static final Fault SLOW = Fault.delay(Duration.ofSeconds(12));
    private static final Duration PATIENT = Duration.ofSeconds(30);

    @Test
    void whatTakesLongIsExecutedOnceAndAnswered() {
        List<Runnable> all = new ArrayList<>();
        for (Supplier<Subject> vendor : Subjects.byVendor().values()) {
            for (Link link : Link.values()) {
                all.add(() -> write(vendor, link));
                all.add(() -> renewalOfACaller(vendor, link));
                all.add(() -> renewalThatItsCallerDoesNotWaitFor(vendor, link));
            }
        }
        ExecutorService threads = Executors.newFixedThreadPool(all.size());
        try {
            CompletableFuture.allOf(all.stream()
                            .map(each -> CompletableFuture.runAsync(each, threads))
                            .toArray(CompletableFuture<?>[]::new))
                    .join();
        } finally {
            threads.shutdown();
        }
    }

    private static void write(Supplier<Subject> vendor, Link link) {
        try (Subject subject = vendor.get();
                TestClient client = subject.client(link.laidTo(subject).andThen(options -> options.timeout(PATIENT)))) {
            client.session().login().execute();
            Subject.Endpoint written = subject.writtenEndpoint();
            subject.fake().faults().on(written.method(), written.path()).next(SLOW);

            Work.ONCE.doneBy(client);

            assertThat(Work.ONCE.count(subject)).isEqualTo(1);
        }
    }

    private static void renewalOfACaller(Supplier<Subject> vendor, Link link) {
        try (Subject subject = vendor.get();
                TestClient client = subject.client(link.laidTo(subject).andThen(options -> options.timeout(PATIENT)))) {
            int before = loggedInWithASlowRenewalAhead(subject, client);

            client.read().execute();

            renewedOnce(subject, client, before);
        }
    }

    private static void renewalThatItsCallerDoesNotWaitFor(Supplier<Subject> vendor, Link link) {
        try (Subject subject = vendor.get();
                TestClient client = subject.client(
                        link.laidTo(subject).andThen(options -> options.timeout(Duration.ofSeconds(5))))) {
            int before = loggedInWithASlowRenewalAhead(subject, client);

            assertThatThrownBy(client.read()::execute).isExactlyInstanceOf(CallTimeoutException.class);
            client.read().timeout(PATIENT).execute();

            renewedOnce(subject, client, before);
        }
    }

    private static int loggedInWithASlowRenewalAhead(Subject subject, TestClient client) {
        client.session().login().execute();
        client.read().execute();
        subject.revokeAccessTokens();
        Subject.Endpoint renewal = subject.renewal();
        subject.fake().faults().on(renewal.method(), renewal.path()).next(SLOW);
        return subject.renewals();
    }

    private static void renewedOnce(Subject subject, TestClient client, int before) {
        client.read().execute();
        assertThat(subject.renewals()).as(subject.renewalHistory()).isEqualTo(before + 1);
        assertThat(subject.reusedRefreshTokens()).isZero();
    }
}
