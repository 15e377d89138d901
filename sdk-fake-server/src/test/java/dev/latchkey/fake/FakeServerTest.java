package dev.latchkey.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.latchkey.fake.Client.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import okhttp3.RequestBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FakeServerTest {
    private final TestServer fake = new TestServer();
    private final Client client = new Client(fake);

    @AfterEach
    void closeTheFake() {
        fake.close();
    }

    @Test
    void startsOnTheLoopbackAddressWithTheFirstUse() {
        assertThat(fake.baseUrl()).isEqualTo("http://127.0.0.1:" + fake.port() + "/base");
    }

    @Test
    void itsTextNamesThePortAndDoesNotStartIt() {
        assertThat(fake).hasToString("TestServer[closed]");

        assertThat(fake.port()).isPositive();
        assertThat(fake).hasToString("TestServer[port " + fake.port() + "]");
    }

    @Test
    void aConnectionWhoseClientHasGoneCountsUntilItsRequestIsDealtWith() throws Exception {
        assertThat(fake.openConnections()).isZero();
        Hold hold = fake.hold("POST", "/count");
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), fake.port())) {
            await().until(() -> fake.openConnections() == 1);
            socket.getOutputStream()
                    .write("POST /base/count HTTP/1.1\r\nContent-Length: 0\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            hold.awaitArrived(1, Duration.ofSeconds(10));
        }
        assertThat(fake.openConnections()).isEqualTo(1);

        hold.release();

        await().until(() -> fake.openConnections() == 0);
        assertThat(fake.executed).hasValue(1);
    }

    @Test
    void aLiteralPathWinsOverAVariable() throws Exception {
        assertThat(client.get("/things/special").body()).isEqualTo("the literal path");
        assertThat(client.get("/things/a%2Fb").body()).isEqualTo("a/b");
    }

    @Test
    void aDeleteMayHaveABody() throws Exception {
        assertThat(client.send("DELETE", "/things/1", RequestBody.create(new byte[] {'x'}))
                        .body())
                .isEqualTo("x");
    }

    @Test
    void anUnknownPathAndAPathOutsideTheBaseAreNotFound() throws Exception {
        assertThat(client.get("/nowhere").status()).isEqualTo(404);
        assertThat(client.sendTo("http://127.0.0.1:" + fake.port() + "/count", "POST", null)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void anUnknownMethodIsToldTheAllowedOnes() throws Exception {
        Answer answer = client.send("PUT", "/things/1", RequestBody.EMPTY);

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).isEqualTo("DELETE, GET");
    }

    @Test
    void anAnswerWithoutABodyIsFollowedByTheNextOnTheSameConnection() throws Exception {
        assertThat(client.get("/secrets/1").status()).isEqualTo(204);
        assertThat(client.get("/things/special").status()).isEqualTo(200);
        assertThat(fake.journal().requests())
                .extracting(JournalEntry::connection)
                .containsOnly(0);
    }

    @Test
    void aHandlerOfTheUsersOwnIsServed() throws Exception {
        fake.handle("GET", "/devices/{id}", request -> FakeResponse.text(200, "device " + request.pathVariable("id")));

        assertThat(client.get("/devices/7").body()).isEqualTo("device 7");
        assertThat(fake.journal().count("GET", "/devices/{id}")).isEqualTo(1);
    }

    @Test
    void aHandlerThatFailsIsAStatus500() throws Exception {
        fake.handle("GET", "/broken", request -> {
            throw new IllegalStateException("with a secret in it");
        });

        Answer answer = client.get("/broken");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body())
                .contains("GET /broken", "IllegalStateException")
                .doesNotContain("secret");
    }

    @Test
    void theDateHeaderFollowsTheClock() throws Exception {
        fake.clock().freeze().set(Instant.parse("2020-09-14T16:18:32Z"));

        assertThat(client.get("/things/1").header("Date")).isEqualTo("Mon, 14 Sep 2020 16:18:32 GMT");
    }

    @Test
    void answersAreNotHeldUpByNagle() throws Exception {
        List<Duration> times = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            long start = System.nanoTime();
            client.get("/things/1");
            times.add(Duration.ofNanos(System.nanoTime() - start));
        }

        times.sort(null);
        assertThat(times.get(25)).as("delayed acknowledgements cost 40 ms").isLessThan(Duration.ofMillis(30));
    }

    @Test
    void aLatencyHoldsForItsEndpointOnly() throws Exception {
        fake.latency("POST", "/count", Duration.ofMillis(150));

        long start = System.nanoTime();
        client.send("POST", "/count", null);
        assertThat(System.nanoTime() - start)
                .isGreaterThan(Duration.ofMillis(150).toNanos());
        client.get("/things/1");
        assertThat(fake.journal().requests("GET", "/things/{id}").get(0).took()).isLessThan(Duration.ofMillis(150));
    }

    @Test
    void theConnectionIsClosedAsTheClientAsks() throws Exception {
        assertThat(raw("GET /base/things/1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200 OK")
                .contains("Connection: close")
                .endsWith("\r\n\r\n1");
        assertThat(raw("GET /base/things/1 HTTP/1.0\r\n\r\n")).endsWith("\r\n\r\n1");
    }

    @Test
    void aClosedFakeStartsAgainWhenItIsUsed() throws Exception {
        client.send("POST", "/count", null);
        fake.close();
        fake.close();

        assertThat(client.send("POST", "/count", null).members()).containsEntry("count", 2L);
    }

    @Test
    void noThreadOutlivesTheFake() throws Exception {
        client.get("/things/1");
        String thread = "MockWebServer{port=" + fake.port() + "}";
        assertThat(threads()).anyMatch(name -> name.contains(thread));

        fake.close();

        await().untilAsserted(() -> assertThat(threads()).noneMatch(name -> name.contains(thread)));
    }

    @Test
    void aPortMayBeChosenAndATakenOneIsNamed() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            fake.listenOn(taken.getLocalPort());

            assertThatThrownBy(fake::baseUrl).hasMessageContaining("port " + taken.getLocalPort());
        }
        assertThat(fake.baseUrl()).isNotEmpty();
    }

    @Test
    void aResetPutsBackTheState() throws Exception {
        client.send("POST", "/count", null);
        fake.clock().advance(Duration.ofDays(1));
        fake.faults().next(Fault.status(503));

        fake.reset();

        assertThat(client.send("POST", "/count", null).members()).containsEntry("count", 1L);
        assertThat(fake.journal().count()).isEqualTo(1);
        assertThat(fake.clock().instant()).isBefore(Instant.now().plusSeconds(60));
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), fake.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream().map(Thread::getName).toList();
    }
}
