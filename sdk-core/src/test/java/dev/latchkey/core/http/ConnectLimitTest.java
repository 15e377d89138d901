package dev.latchkey.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.latchkey.core.ApiCall;
import dev.latchkey.core.TransportException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.SocketFactory;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Connection;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The connect timeout bounds all that makes a connection ready, and nothing behind that. */
class ConnectLimitTest {
    private static final Duration LIMIT = Duration.ofMillis(200);
    private static final Duration LONG = Duration.ofSeconds(20);

    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    /** Whose sockets they are. */
    enum Sockets {
        THE_SYSTEMS {
            @Override
            OkHttpClient.Builder client() {
                return new OkHttpClient.Builder();
            }
        },
        THE_USERS {
            @Override
            OkHttpClient.Builder client() {
                return new OkHttpClient.Builder().socketFactory(new UsersSockets());
            }
        };

        abstract OkHttpClient.Builder client();
    }

    @ParameterizedTest
    @EnumSource
    void aServerThatNeverAnswersTheHandshakeIsTriedAgainForEveryKindOfRequest(Sockets sockets) throws Exception {
        Silent server = open(new Silent());
        HttpApi http = http(server.url("https"), sockets.client());

        endsAsNotReached(http.get("/x").returningText());
        assertThat(server.accepted).hasValue(4);
        endsAsNotReached(http.post("/x").returningText());
        assertThat(server.accepted).hasValue(8);
    }

    @ParameterizedTest
    @EnumSource
    void aHandshakeThatDripsIsBoundedAsAWhole(Sockets sockets) throws Exception {
        Silent server = open(new Dripping());
        HttpApi http = http(server.url("https"), sockets.client());

        endsAsNotReached(http.get("/x").returningText().withoutRetries());
    }

    @ParameterizedTest
    @EnumSource
    void aProxyThatNeverAnswersTheConnectIsTriedAgain(Sockets sockets) throws Exception {
        Silent proxy = open(new Silent());
        HttpApi http = http(
                "https://example.com/",
                sockets.client().proxy(new Proxy(Proxy.Type.HTTP, proxy.socket.getLocalSocketAddress())));

        endsAsNotReached(http.post("/x").returningText());
        assertThat(proxy.accepted).hasValue(4);
    }

    @Test
    void withoutAConnectTimeoutOnlyTheCallsLimitHolds() throws Exception {
        Silent server = open(new Silent());
        HttpApi http = http(server.url("https"), new OkHttpClient.Builder(), Duration.ZERO);

        assertThatThrownBy(() -> http.get("/x")
                        .returningText()
                        .timeout(Duration.ofMillis(400))
                        .execute())
                .isInstanceOf(dev.latchkey.core.CallTimeoutException.class);
        assertThat(server.accepted).hasValue(1);
    }

    /** Pins that OkHttp sets a socket's timeout again once the connection is ready, which ends the limit. */
    @ParameterizedTest
    @CsvSource({"THE_SYSTEMS, HTTP_1_1", "THE_SYSTEMS, HTTP_2", "THE_USERS, HTTP_1_1", "THE_USERS, HTTP_2"})
    void aSecureConnectionThatIsReadyHasNoLimit(Sockets sockets, Protocol protocol) throws Exception {
        HeldCertificate certificate = new HeldCertificate.Builder()
                .addSubjectAlternativeName("localhost")
                .build();
        MockWebServer server = open(new MockWebServer());
        server.setProtocols(protocol == Protocol.HTTP_2 ? List.of(protocol, Protocol.HTTP_1_1) : List.of(protocol));
        server.useHttps(new HandshakeCertificates.Builder()
                .heldCertificate(certificate)
                .build()
                .sslSocketFactory());
        server.start();
        server.enqueue(new MockResponse.Builder().body("a").build());
        HandshakeCertificates trusted = new HandshakeCertificates.Builder()
                .addTrustedCertificate(certificate.certificate())
                .build();
        AtomicReference<Connection> connection = new AtomicReference<>();
        HttpApi http = http(
                server.url("/").newBuilder().host("localhost").build().toString(),
                sockets.client()
                        .sslSocketFactory(trusted.sslSocketFactory(), trusted.trustManager())
                        .addNetworkInterceptor(chain -> {
                            connection.set(chain.connection());
                            return chain.proceed(chain.request());
                        }),
                LONG);

        assertThat(http.get("/x").returningText().execute()).isEqualTo("a");
        assertThat(connection.get().protocol()).isEqualTo(protocol);
        assertThat(connection.get().socket().getSoTimeout()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void whatAConnectionIsAskedMayTakeLonger(Sockets sockets) throws Exception {
        MockWebServer server = open(new MockWebServer());
        server.start();
        answersLate(server, "new");
        answersLate(server, "kept");
        HttpApi http = http(server.url("/").toString(), sockets.client());

        assertThat(http.post("/x").returningText().execute()).isEqualTo("new");
        assertThat(http.post("/x").returningText().execute()).isEqualTo("kept");
        assertThat(http.connections()).isEqualTo(1);
    }

    private static void answersLate(MockWebServer server, String body) {
        server.enqueue(new MockResponse.Builder()
                .headersDelay(LIMIT.toMillis() + 100, TimeUnit.MILLISECONDS)
                .body(body)
                .build());
    }

    private static void endsAsNotReached(ApiCall<String> call) {
        assertThatThrownBy(call::execute)
                .isExactlyInstanceOf(TransportException.class)
                .hasMessageContaining("could not be reached in time")
                .cause()
                .hasMessage(SocketTimeoutException.class.getName());
    }

    private HttpApi http(String url, OkHttpClient.Builder client) {
        return http(url, client, LIMIT);
    }

    private HttpApi http(String url, OkHttpClient.Builder client, Duration limit) {
        return open(new TestClientBuilder(new TestVendor())
                .baseUrl(url)
                .credentials("jane", "secret")
                .okHttpClient(client.connectTimeout(limit).build())
                .timeout(LONG)
                .retries(RetryPolicy.defaults()
                        .withInitialDelay(Duration.ofMillis(1))
                        .withMaxDelay(Duration.ofMillis(5)))
                .build());
    }

    private <T extends AutoCloseable> T open(T resource) {
        open.add(0, resource);
        return resource;
    }

    /** Accepts, and says nothing. */
    private static class Silent implements AutoCloseable {
        final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        final AtomicInteger accepted = new AtomicInteger();
        private final List<Socket> peers = new ArrayList<>();
        private final ExecutorService thread = Executors.newSingleThreadExecutor();

        Silent() throws IOException {
            thread.execute(this::accept);
        }

        private void accept() {
            try {
                while (true) {
                    Socket peer = socket.accept();
                    peers.add(peer);
                    accepted.incrementAndGet();
                    accepted(peer);
                }
            } catch (IOException closed) {
                // That is how it ends.
            }
        }

        void accepted(Socket peer) throws IOException {}

        String url(String scheme) {
            return scheme + "://127.0.0.1:" + socket.getLocalPort();
        }

        @Override
        public void close() throws IOException {
            socket.close();
            thread.shutdown();
            await().until(thread::isTerminated);
            for (Socket peer : peers) {
                peer.close();
            }
        }
    }

    /** Answers a handshake, a byte every 20 ms and for minutes. */
    private static final class Dripping extends Silent {
        private final ScheduledExecutorService drips = Executors.newSingleThreadScheduledExecutor();

        Dripping() throws IOException {}

        @Override
        void accepted(Socket peer) throws IOException {
            peer.getOutputStream().write(new byte[] {22, 3, 3, 63, -1});
            var unused = drips.scheduleAtFixedRate(() -> drip(peer), 0, 20, TimeUnit.MILLISECONDS);
        }

        private static void drip(Socket peer) {
            try {
                peer.getOutputStream().write(2);
            } catch (IOException e) {
                throw new IllegalStateException("the client has gone", e);
            }
        }

        @Override
        public void close() throws IOException {
            drips.shutdownNow();
            super.close();
        }
    }

    private static final class UsersSockets extends SocketFactory {
        @Override
        public Socket createSocket() {
            return new UsersSocket();
        }

        @Override
        public Socket createSocket(String host, int port) {
            throw new AssertionError();
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
            throw new AssertionError();
        }

        @Override
        public Socket createSocket(InetAddress host, int port) {
            throw new AssertionError();
        }

        @Override
        public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
            throw new AssertionError();
        }
    }

    /** As one that a user has made to note or to tune something. */
    private static final class UsersSocket extends Socket {
        @Override
        public void setSoTimeout(int timeout) throws SocketException {
            super.setSoTimeout(timeout);
        }
    }
}
