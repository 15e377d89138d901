package dev.latchkey.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HoldTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    @Tested
    final TestServer fake = new TestServer();

    private final Client client = new Client(fake);
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void endTheThreads() {
        threads.shutdownNow();
    }

    @Test
    void heldRequestsAreInTheJournalAndNotExecuted() throws Exception {
        Hold hold = fake.hold("POST", "/count");
        List<Future<Integer>> calls = calls(3);
        hold.awaitArrived(3, SOON);

        assertThat(fake.executed.get()).isZero();
        assertThat(fake.journal().requests("POST", "/count")).noneMatch(JournalEntry::isFinished);
        assertThat(fake.journal().maxConcurrent("POST", "/count")).isEqualTo(3);

        hold.close();
        assertThat(statuses(calls)).containsExactly(200, 200, 200);
        assertThat(client.send("POST", "/count", null).status()).isEqualTo(200);
        assertThat(hold.arrived()).isEqualTo(3);
    }

    @Test
    void heldAnswersHaveBeenExecuted() throws Exception {
        try (Hold hold = fake.holdAnswers("POST", "/count")) {
            List<Future<Integer>> calls = calls(1);
            hold.awaitArrived(1, SOON);

            assertThat(fake.executed.get()).isEqualTo(1);
            assertThat(calls.get(0)).isNotDone();
        }
        fake.journal().awaitIdle(SOON);
    }

    @Test
    void someMayBeLetGoAndTheOthersKept() throws Exception {
        try (Hold hold = fake.hold("POST", "/count")) {
            List<Future<Integer>> calls = calls(3);
            hold.awaitArrived(3, SOON);

            hold.release(1);
            assertThat(anyOf(calls)).isEqualTo(200);
            assertThat(fake.executed.get()).isEqualTo(1);
        }
    }

    @Test
    void aFaultAskedForMeanwhileHitsTheHeldRequest() throws Exception {
        Hold hold = fake.hold("POST", "/count");
        List<Future<Integer>> calls = calls(1);
        hold.awaitArrived(1, SOON);

        fake.faults().next(Fault.status(503));
        hold.release();

        assertThat(statuses(calls)).containsExactly(503);
    }

    @Test
    void otherEndpointsAreNotHeld() throws Exception {
        try (Hold hold = fake.hold("POST", "/count")) {
            assertThat(client.get("/things/1").status()).isEqualTo(200);
            assertThat(hold.arrived()).isZero();
        }
    }

    @Test
    void tooFewArrivalsFailTheTest() {
        try (Hold hold = fake.hold("POST", "/count")) {
            assertThatThrownBy(() -> hold.awaitArrived(1, Duration.ofMillis(20)))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("0 of 1 requests came to POST /count");
        }
    }

    @Test
    void closingTheFakeLetsHeldAndDelayedRequestsGo() throws Exception {
        Hold hold = fake.hold("POST", "/count");
        calls(1);
        hold.awaitArrived(1, SOON);
        fake.faults().on("GET", "/things/{id}").next(Fault.delay(Duration.ofMinutes(5)));
        Future<?> slow = threads.submit(() -> client.get("/things/1"));
        fake.journal().awaitCount("GET", "/things/{id}", 1, SOON);

        long start = System.nanoTime();
        fake.close();

        assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(3));
        await().until(slow::isDone);
    }

    @Test
    void anUnknownEndpointCannotBeHeld() {
        assertThatThrownBy(() -> fake.hold("GET", "/count")).isInstanceOf(IllegalArgumentException.class);
    }

    private List<Future<Integer>> calls(int number) {
        List<Future<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            calls.add(threads.submit(() -> client.send("POST", "/count", null).status()));
        }
        return calls;
    }

    private static List<Integer> statuses(List<Future<Integer>> calls) throws Exception {
        List<Integer> statuses = new ArrayList<>();
        for (Future<Integer> call : calls) {
            statuses.add(call.get(10, TimeUnit.SECONDS));
        }
        return statuses;
    }

    private static int anyOf(List<Future<Integer>> calls) throws Exception {
        long end = System.nanoTime() + SOON.toNanos();
        while (System.nanoTime() < end) {
            for (Future<Integer> call : calls) {
                if (call.isDone()) {
                    return call.get();
                }
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("no call came back");
    }
}
