package dev.latchkey.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.http.ClientBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** In real time: a server that closes idle connections after 5 s, as Node and Apache do, and calls a little later each. */
@Tag("reliability")
class IdleServerTest {
    private static final Duration KEPT = Duration.ofSeconds(5);
    private static final Duration BETWEEN_CALLS = Duration.ofMillis(5200);
    private static final int ROUNDS = 6;

    @Test
    void callsThatComeJustAfterTheServerHasClosedTheirConnectionDoNotFail() {
        List<Worker> workers = new ArrayList<>();
        List<Subject> subjects = Subjects.byVendor().values().stream()
                .flatMap(vendor -> Arrays.stream(Link.values()).map(link -> {
                    Subject subject = vendor.get();
                    Consumer<ClientBuilder<?>> way = link.laidTo(subject);
                    subject.fake().closeIdleConnectionsAfter(KEPT);
                    Stream.of(Work.values())
                            .forEach(work -> workers.add(new Worker(
                                    work,
                                    subject.client(way.andThen(
                                            options -> options.retries(IdleConnectionTest.NO_TIME_FOR_RETRIES))))));
                    return subject;
                }))
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(workers.size());
        try {
            CompletableFuture.allOf(workers.stream()
                            .map(worker -> CompletableFuture.runAsync(worker, threads))
                            .toArray(CompletableFuture<?>[]::new))
                    .join();
            for (Subject subject : subjects) {
                assertThat(Work.SAFE.count(subject)).isEqualTo(ROUNDS);
                assertThat(Work.ONCE.count(subject)).isEqualTo(3 * ROUNDS);
                assertThat(tokenRequests(subject)).isEqualTo(Work.values().length + 3 * ROUNDS);
                assertThat(subject.fake().acceptedConnections()).isGreaterThan(Work.values().length * ROUNDS);
            }
        } finally {
            threads.shutdown();
            workers.forEach(worker -> worker.client().close());
            subjects.forEach(Subject::close);
        }
    }

    private static int tokenRequests(Subject subject) {
        int logins = Work.LOGIN.count(subject);
        return subject.login().equals(subject.renewal()) ? logins : logins + Work.RENEWAL.count(subject);
    }

    private record Worker(Work work, TestClient client) implements Runnable {
        @Override
        public void run() {
            client.session().login().execute();
            for (int i = 0; i < ROUNDS; i++) {
                try {
                    TimeUnit.NANOSECONDS.sleep(BETWEEN_CALLS.toNanos());
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                work.doneBy(client);
                if (work == Work.LOGOUT) {
                    client.session().login().execute();
                }
            }
        }
    }
}
