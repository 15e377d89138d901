package dev.latchkey.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A name with several addresses, of which the first does not answer: the second serves, for every kind of request. */
class DeadAddressTest {
    private static final InetAddress LIVE = address(1);
    private static final InetAddress DEAD = address(2);

    private final MockWebServer server = new MockWebServer();
    private final TestVendor vendor = new TestVendor();

    @BeforeEach
    void open() throws IOException {
        assumeThat(System.getProperty("os.name").toLowerCase(Locale.ROOT))
                .as("where each address of 127.0.0.0/8 is this machine's")
                .contains("linux");
        server.start(LIVE, 0);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void oneThatRefuses(Repeat repeat) {
        assertThatTheSecondServes(repeat);
    }

    @ParameterizedTest
    @EnumSource
    void oneThatIsSilent(Repeat repeat) throws IOException {
        List<SocketChannel> before = new ArrayList<>();
        try (ServerSocket silent = new ServerSocket(server.getPort(), 1, DEAD)) {
            for (int i = 0; i < 4; i++) {
                SocketChannel each = SocketChannel.open();
                each.configureBlocking(false);
                each.connect(silent.getLocalSocketAddress());
                before.add(each);
            }

            assertThatTheSecondServes(repeat);
        } finally {
            for (SocketChannel each : before) {
                each.close();
            }
        }
    }

    private void assertThatTheSecondServes(Repeat repeat) {
        server.enqueue(new MockResponse.Builder().body("served").build());
        OkHttpClient resolving =
                new OkHttpClient.Builder().dns(name -> List.of(DEAD, LIVE)).build();
        try (HttpApi http = new TestClientBuilder(vendor)
                .baseUrl("http://localhost:" + server.getPort())
                .credentials("jane", TestVendor.LEAK + "-password")
                .okHttpClient(resolving)
                .build()) {

            // Half of the limit of a connect, so that the second address is not taken for that.
            String answer = http.post("/x")
                    .repeat(repeat)
                    .returningText()
                    .withoutRetries()
                    .timeout(Duration.ofSeconds(5))
                    .execute();

            assertThat(answer).isEqualTo("served");
            assertThat(server.getRequestCount()).isEqualTo(1);
        }
    }

    private static InetAddress address(int last) {
        try {
            return InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, (byte) last});
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
