package dev.latchkey.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.fake.Client.Answer;
import dev.latchkey.fake.internal.Json;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FaultTest {
    @Tested
    final TestServer fake = new TestServer();

    private final Client client = new Client(fake);

    @Test
    void aStatusIsAnsweredAndNothingExecuted() throws Exception {
        Answer answer = answer(Fault.status(503).retryAfter(1));

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(answer.members()).containsEntry("message", "Service Unavailable");
        assertSeen(503, false, "status 503");
    }

    @Test
    void retryAfterMayBeADate() throws Exception {
        Answer answer = answer(Fault.status(429).retryAfter(Instant.parse("2026-11-22T03:45:48Z")));

        assertThat(answer.header("Retry-After")).isEqualTo("Sun, 22 Nov 2026 03:45:48 GMT");
    }

    @Test
    void aStatusMayCarryAnyBody() throws Exception {
        Answer answer = answer(Fault.status(200).json("{\"cut\": ").header("X-Request-Id", "7"));

        assertThat(answer.body()).isEqualTo("{\"cut\": ");
        assertThat(answer.header("X-Request-Id")).isEqualTo("7");
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
    }

    @Test
    void aStatusMayComeAlthoughTheRequestWasExecuted() throws Exception {
        assertThat(answer(Fault.status(504).executed()).status()).isEqualTo(504);

        assertSeen(504, true, "status 504");
    }

    @Test
    void aPageOfHtmlComesInThePlaceOfJson() throws Exception {
        Answer answer = answer(Fault.html(200));

        assertThat(answer.header("Content-Type")).startsWith("text/html");
        assertThat(answer.body()).contains("<html>");
        assertSeen(200, false, "html 200");
    }

    @Test
    void aResetShowsAsAResetConnection() {
        assertThatThrownBy(() -> answer(Fault.reset()))
                .isInstanceOf(SocketException.class)
                .hasMessageContaining("reset");
        assertSeen(null, false, "reset");
    }

    @Test
    void aDroppedRequestShowsAsTheEndOfTheStream() {
        assertThatThrownBy(() -> answer(Fault.dropped())).isInstanceOf(IOException.class);
        assertSeen(null, false, "dropped");
    }

    @Test
    void aLostAnswerMeansThatTheRequestWasExecuted() {
        assertThatThrownBy(() -> answer(Fault.answerLost())).isInstanceOf(IOException.class);
        assertSeen(null, true, "answer lost");
    }

    @Test
    void aTruncatedAnswerEndsBeforeItsAnnouncedLength() {
        assertThatThrownBy(() -> answer(Fault.truncated())).isInstanceOf(ProtocolException.class);
        assertSeen(200, true, "truncated");
    }

    @Test
    void garbageIsNoJson() throws Exception {
        Answer answer = answer(Fault.garbage());

        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThatThrownBy(answer::json).isInstanceOf(Json.BadJson.class);
        assertSeen(200, true, "garbage");
    }

    @Test
    void anOversizeAnswerIsValidJsonOfExactlyThatSize() throws Exception {
        Answer answer = answer(Fault.oversize(3_000_001));

        assertThat(answer.body()).hasSize(3_000_001);
        assertThat(answer.members()).containsOnlyKeys("padding");
        assertSeen(200, true, "oversize");
    }

    @Test
    void aGzipBombIsSmallOnTheWireAndLargeUnpacked() throws Exception {
        Fault bomb = Fault.gzipBomb(5_000_000);
        assertThat(answer(bomb).body()).hasSize(5_000_000);
        assertSeen(200, true, "gzip bomb");

        fake.faults().next(bomb);
        Answer raw = client.send("POST", "/count", null, "Accept-Encoding", "identity");
        assertThat(raw.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(Long.parseLong(raw.header("Content-Length"))).isLessThan(20_000);
    }

    @Test
    void aSlowDripArrivesWholeButLate() throws Exception {
        long start = System.nanoTime();

        Answer answer = answer(Fault.slowDrip(4, Duration.ofMillis(30)));

        assertThat(answer.members()).containsEntry("count", 1L);
        assertThat(System.nanoTime() - start)
                .isGreaterThan(Duration.ofMillis(60).toNanos());
    }

    @Test
    void anEmptyBodyKeepsStatusAndType() throws Exception {
        Answer answer = answer(Fault.emptyBody());

        assertThat(answer.body()).isEmpty();
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertSeen(200, true, "empty body");
    }

    @Test
    void anAmendedAnswerKeepsTheRest() throws Exception {
        Answer answer = answer(Fault.amended(members -> members.put("extra", -1)));

        assertThat(answer.body()).isEqualTo("{\"count\":1,\"extra\":-1}");
        assertSeen(200, true, "amended");
    }

    @Test
    void anAmendmentThatFailsIsAStatus500() throws Exception {
        Answer answer = answer(Fault.amended(members -> {
            throw new IllegalStateException("wrong");
        }));

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body()).contains("amended");
    }

    @Test
    void aDelayedAnswerWasExecutedAtOnce() throws Exception {
        long start = System.nanoTime();

        answer(Fault.delay(Duration.ofMillis(120)));

        assertThat(System.nanoTime() - start)
                .isGreaterThan(Duration.ofMillis(120).toNanos());
        assertSeen(200, true, "delay");
    }

    @Test
    void aFaultMayComeLate() throws Exception {
        Answer answer =
                answer(Fault.status(503).delayedBefore(Duration.ofMillis(30)).delayed(Duration.ofMillis(30)));

        assertThat(answer.status()).isEqualTo(503);
        assertThat(fake.journal().requests().get(0).took()).isGreaterThan(Duration.ofMillis(60));
    }

    static List<Fault> faultsOnAnswers() {
        return List.of(
                Fault.truncated(),
                Fault.garbage(),
                Fault.oversize(1),
                Fault.slowDrip(1, Duration.ZERO),
                Fault.emptyBody(),
                Fault.amended(members -> {}),
                Fault.delay(Duration.ZERO));
    }

    @ParameterizedTest
    @MethodSource("faultsOnAnswers")
    void whatChangesAnAnswerNeedsOne(Fault fault) {
        assertThatThrownBy(fault::notExecuted).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void impossibleFaultsAreRefused() {
        assertThatThrownBy(() -> Fault.status(99)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Fault.slowDrip(0, Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
    }

    private Answer answer(Fault fault) throws IOException {
        fake.faults().next(fault);
        return client.send("POST", "/count", null);
    }

    private void assertSeen(Integer status, boolean executed, String name) {
        JournalEntry entry = fake.journal().requests().get(0);
        assertThat(entry.status()).isEqualTo(status);
        assertThat(entry.fault()).isEqualTo(name);
        assertThat(entry.executed()).isEqualTo(executed);
        assertThat(fake.executed.get()).isEqualTo(executed ? 1 : 0);
    }
}
