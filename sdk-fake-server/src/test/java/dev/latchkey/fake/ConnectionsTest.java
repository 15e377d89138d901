package dev.latchkey.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConnectionsTest {
    private final TestServer fake = new TestServer();

    @AfterEach
    void closeTheFake() {
        fake.close();
    }

    @ParameterizedTest
    @EnumSource
    void idleConnectionsAreClosedAndAnotherIsOpened(Wires wires) throws Exception {
        OkHttpClient client = wires.clientOf(fake);
        for (int i = 1; i <= 20; i++) {
            assertThat(count(client)).isEqualTo("{\"count\":" + i + "}");
            assertThat(fake.closeIdleConnections()).isEqualTo(1);
        }
        assertThat(fake.acceptedConnections()).isEqualTo(20);
        assertThat(fake.openConnections()).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"HTTP", "HTTPS_WITH_HTTP_1"})
    void theClientSeesTheEndBeforeItWritesAgain(Wires wires) throws Exception {
        wires.clientOf(fake);
        try (RawClient client = new RawClient(fake)) {
            client.count("");
            assertThat(client.read(17)).isEqualTo("HTTP/1.1 200 OK\r\n");
            assertThat(fake.closeIdleConnections()).isEqualTo(1);

            assertThat(client.readToTheEnd()).endsWith("{\"count\":1}");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aConnectionWithARequestIsNotIdle(Wires wires) throws Exception {
        OkHttpClient client = wires.clientOf(fake);
        count(client);
        Hold hold = fake.hold("POST", "/count");
        Thread held = new Thread(() -> {
            try {
                count(client);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        held.start();
        hold.awaitArrived(1, Duration.ofSeconds(10));

        assertThat(fake.closeIdleConnections()).isZero();

        hold.release();
        held.join();
        assertThat(fake.executed).hasValue(2);
        assertThat(fake.acceptedConnections()).isEqualTo(1);
    }

    @Test
    void aConnectionOnWhichARequestHasBegunIsNotIdle() throws Exception {
        try (RawClient client = new RawClient(fake)) {
            client.count("");
            client.read(17);
            assertThat(fake.openConnections()).isEqualTo(1);
            Hold hold = fake.hold("POST", "/count");
            client.count("x");
            hold.awaitArrived(1, Duration.ofSeconds(10));
            assertThat(fake.closeIdleConnections()).isZero();
            hold.release();
        }
    }

    @Test
    void aConnectionThatHasHadNoRequestIsLeftAlone() throws Exception {
        try (RawClient client = new RawClient(fake)) {
            await().until(() -> fake.openConnections() == 1);
            assertThat(fake.closeIdleConnections()).isZero();
            assertThat(client.count("").read(17)).isEqualTo("HTTP/1.1 200 OK\r\n");
        }
    }

    @ParameterizedTest
    @EnumSource
    void idleConnectionsAreClosedAfterAWhile(Wires wires) throws Exception {
        fake.closeIdleConnectionsAfter(Duration.ofMillis(150));
        OkHttpClient client = wires.clientOf(fake);
        long start = System.nanoTime();
        count(client);

        await().pollInterval(Duration.ofMillis(5)).until(() -> fake.openConnections() == 0);

        assertThat(System.nanoTime() - start)
                .isGreaterThan(Duration.ofMillis(150).toNanos());
        assertThat(count(client)).isEqualTo("{\"count\":2}");
    }

    @Test
    void theWhileIsCountedFromTheLatestAnswer() throws Exception {
        fake.closeIdleConnectionsAfter(Duration.ofMillis(300));
        OkHttpClient client = Wires.HTTP.clientOf(fake);
        long start = System.nanoTime();
        while (System.nanoTime() - start < Duration.ofMillis(500).toNanos()) {
            count(client);
        }
        assertThat(fake.acceptedConnections()).isEqualTo(1);
        await().until(() -> fake.openConnections() == 0);
    }

    @Test
    void theSettingMayBeChangedAndCountsForConnectionsThatAreThere() throws Exception {
        OkHttpClient client = Wires.HTTP.clientOf(fake);
        count(client);
        fake.closeIdleConnectionsAfter(Duration.ofHours(1));
        assertThat(fake.openConnections()).isEqualTo(1);

        fake.closeIdleConnectionsAfter(Duration.ofMillis(1));

        await().until(() -> fake.openConnections() == 0);
    }

    @Test
    void aResetTakesTheSettingBack() throws Exception {
        fake.closeIdleConnectionsAfter(Duration.ofMillis(1));
        fake.reset();
        OkHttpClient client = Wires.HTTP.clientOf(fake);
        count(client);

        assertThat(fake.openConnections()).isEqualTo(1);
    }

    @Test
    void thereIsAThreadOnlyWhileTheSettingIsOnAndTheFakeListens() throws Exception {
        OkHttpClient client = Wires.HTTP.clientOf(fake);
        Set<Thread> before = threads();
        fake.closeIdleConnectionsAfter(Duration.ofHours(1));
        count(client);
        // The server's thread learns a moment after the client that its answer has been sent.
        await().until(() -> !threads().equals(before));
        Set<Thread> its = threads();
        its.removeAll(before);
        assertThat(its).allMatch(Thread::isDaemon);

        fake.close();

        await().until(() -> its.stream().noneMatch(Thread::isAlive));
    }

    @Test
    void aFakeThatIsClosedHasNoConnectionsToClose() throws Exception {
        fake.closeIdleConnectionsAfter(Duration.ofMillis(1));

        assertThat(fake.closeIdleConnections()).isZero();
        assertThat(fake.acceptedConnections()).isZero();
        assertThat(fake).hasToString("TestServer[closed]");
    }

    private static Set<Thread> threads() {
        Set<Thread> threads = new HashSet<>(Thread.getAllStackTraces().keySet());
        threads.removeIf(thread -> !thread.getName().equals("fake-idle-connections"));
        return threads;
    }

    private String count(OkHttpClient client) throws IOException {
        Request request = new Request.Builder()
                .url(fake.baseUrl() + "/count")
                .post(RequestBody.EMPTY)
                .build();
        try (Response response = client.newCall(request).execute()) {
            return response.body().string();
        }
    }
}
