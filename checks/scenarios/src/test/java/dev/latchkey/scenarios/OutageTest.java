package dev.latchkey.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.ApiException;
import dev.latchkey.fake.Fault;
import dev.latchkey.testsupport.Figures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** In real time: a server is away for longer than its tokens live, and comes back while calls wait. */
@Tag("reliability")
@Isolated("It measures how soon calls succeed.")
@Execution(ExecutionMode.SAME_THREAD)
class OutageTest {
    private static final int THREADS = 16;
    private static final boolean FULL = Boolean.getBoolean("latchkey.reliability.full");
    private static final int CLIENTS = FULL ? 1000 : 200;
    private static final Duration TOKENS_LIVE = Duration.ofSeconds(2);
    /** Tries are a second apart, 1.3 s at most; the rest is for a busy machine. */
    private static final Duration SOON = Duration.ofSeconds(3);

    private static final Duration MANY_AWAY = Duration.ofSeconds(20);

    private enum Away {
        CONNECTIONS_REFUSED {
            @Override
            void begin(Subject subject, Doorway door) {
                door.shut();
            }

            @Override
            void end(Subject subject, Doorway door) {
                door.open();
            }
        },
        STATUS_503 {
            @Override
            void begin(Subject subject, Doorway door) {
                subject.fake().faults().always(Fault.status(503));
            }

            @Override
            void end(Subject subject, Doorway door) {
                subject.fake().faults().clear();
            }
        };

        abstract void begin(Subject subject, Doorway door);

        abstract void end(Subject subject, Doorway door);
    }

    private record Measured(
            String vendor,
            Away away,
            Duration untilAllSucceed,
            int failedMeanwhile,
            int failedAfterwards,
            int tokenRequests) {}

    static Stream<Duration> lengths() {
        return (FULL ? Stream.of(5, 20, 60) : Stream.of(5, 20)).map(Duration::ofSeconds);
    }

    @ParameterizedTest
    @MethodSource("lengths")
    void callsSucceedSoonAfterTheServerIsBack(Duration length) {
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            List<CompletableFuture<Measured>> underway = new ArrayList<>();
            Subjects.byVendor()
                    .forEach((vendor, subject) -> Stream.of(Away.values())
                            .forEach(away -> underway.add(CompletableFuture.supplyAsync(
                                    () -> measure(vendor, subject.get(), away, length, threads), threads))));
            List<Measured> all = underway.stream().map(CompletableFuture::join).toList();
            Figures figures = Figures.of(
                    "outage-" + length.toSeconds(), "Outage of " + length.toSeconds() + " s, " + THREADS + " threads");
            all.forEach(each -> figures.add(
                    each.vendor() + " " + each.away(),
                    each.untilAllSucceed().toMillis() + " ms until all succeed, " + each.failedMeanwhile()
                            + " calls failed, " + each.tokenRequests() + " token requests"));
            figures.write();
            assertThat(all).allSatisfy(each -> {
                assertThat(each.untilAllSucceed()).isLessThan(SOON);
                assertThat(each.failedAfterwards()).isZero();
                assertThat(each.failedMeanwhile()).isPositive();
            });
        } finally {
            threads.shutdown();
        }
    }

    private static Measured measure(
            String vendor, Subject subject, Away away, Duration length, ExecutorService threads) {
        subject.tokensLive(TOKENS_LIVE);
        HttpUrl direct = HttpUrl.get(subject.fake().baseUrl());
        try (subject;
                Doorway door = Doorway.to(direct.port());
                TestClient client = subject.client(options -> options.baseUrl(
                        direct.newBuilder().port(door.port()).build().toString()))) {
            client.read().execute();
            AtomicBoolean over = new AtomicBoolean();
            List<Caller> callers =
                    IntStream.range(0, THREADS).mapToObj(n -> new Caller()).toList();
            List<CompletableFuture<Void>> calling = callers.stream()
                    .map(caller -> CompletableFuture.runAsync(() -> caller.callUntil(over, client), threads))
                    .toList();

            away.begin(subject, door);
            int before = subject.renewals();
            pause(length);
            int requests = subject.renewals() - before;
            away.end(subject, door);
            long back = System.nanoTime();
            callers.forEach(Caller::isBack);
            callers.forEach(caller -> caller.succeeded.join());
            over.set(true);
            calling.forEach(CompletableFuture::join);

            return new Measured(
                    vendor,
                    away,
                    Duration.ofNanos(callers.stream()
                            .mapToLong(caller -> caller.succeeded.join() - back)
                            .max()
                            .orElseThrow()),
                    callers.stream().mapToInt(caller -> caller.failed.get()).sum(),
                    callers.stream()
                            .mapToInt(caller -> caller.failedAfterwards.get())
                            .sum(),
                    requests);
        }
    }

    /** Calls again and again, with a moment between two calls. */
    private static final class Caller {
        private final CompletableFuture<Long> succeeded = new CompletableFuture<>();
        private final AtomicInteger failed = new AtomicInteger();
        private final AtomicInteger failedAfterwards = new AtomicInteger();
        private final AtomicLong back = new AtomicLong(Long.MAX_VALUE);

        void isBack() {
            back.set(System.nanoTime());
        }

        void callUntil(AtomicBoolean over, TestClient client) {
            while (!over.get()) {
                long begun = System.nanoTime();
                try {
                    client.read().execute();
                    if (back.get() < begun) {
                        succeeded.complete(System.nanoTime());
                    }
                } catch (ApiException e) {
                    (back.get() < begun ? failedAfterwards : failed).incrementAndGet();
                }
                pause(Duration.ofMillis(20));
            }
        }
    }

    /** Clients do not know of each other, so that each of them asks about once a second while somebody waits for it. */
    @Test
    void manyClientsAskAboutOnceASecondEach() {
        OkHttpClient shared = new OkHttpClient();
        List<TestClient> clients = new ArrayList<>();
        try (Subject subject = new ControlByWebSubject()) {
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(subject.client(options -> options.okHttpClient(shared)));
            }
            subject.fake().faults().always(Fault.status(503));
            List<CompletableFuture<Void>> succeeded =
                    clients.stream().map(OutageTest::calledUntilItSucceeds).toList();
            pause(MANY_AWAY);
            int requests = subject.renewals();
            subject.fake().faults().clear();
            long back = System.nanoTime();
            CompletableFuture.allOf(succeeded.toArray(CompletableFuture<?>[]::new))
                    .orTimeout(1, TimeUnit.MINUTES)
                    .join();
            double rate = requests / (double) MANY_AWAY.toSeconds();
            Figures.of("outage-many", CLIENTS + " clients in an outage of " + MANY_AWAY.toSeconds() + " s")
                    .add("token requests a second", rate)
                    .add("all succeed after", Duration.ofNanos(System.nanoTime() - back))
                    .write();
            assertThat(rate).isBetween(0.1 * CLIENTS, CLIENTS / 0.7);
        } finally {
            clients.forEach(TestClient::close);
            shared.connectionPool().evictAll();
        }
    }

    private static CompletableFuture<Void> calledUntilItSucceeds(TestClient client) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        callUntilItSucceeds(client, done);
        return done;
    }

    private static void callUntilItSucceeds(TestClient client, CompletableFuture<Void> done) {
        CompletableFuture<?> unused = client.read().executeAsync().whenComplete((value, failure) -> {
            if (failure == null) {
                done.complete(null);
            } else {
                callUntilItSucceeds(client, done);
            }
        });
    }

    private static void pause(Duration time) {
        try {
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
