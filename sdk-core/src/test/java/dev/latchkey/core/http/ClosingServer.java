package dev.latchkey.core.http;

import static org.awaitility.Awaitility.await;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLSocketFactory;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** A server that answers everything, and closes its connections when it is told to. */
final class ClosingServer implements AutoCloseable {
    private final MockWebServer server = new MockWebServer();
    private final Link link;
    private final List<AcceptedSocket> raw = new CopyOnWriteArrayList<>();
    private final List<Socket> secure = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger tokens = new AtomicInteger();
    private final HandshakeCertificates certificates;
    private volatile CyclicBarrier together = new CyclicBarrier(1);

    enum Link {
        PLAIN,
        TLS,
        /** Closed without the end that TLS prescribes. */
        TLS_TORN
    }

    ClosingServer(Link link) throws IOException {
        this.link = link;
        HeldCertificate certificate = new HeldCertificate.Builder()
                .addSubjectAlternativeName("localhost")
                .build();
        certificates = new HandshakeCertificates.Builder()
                .heldCertificate(certificate)
                .addTrustedCertificate(certificate.certificate())
                .build();
        server.setServerSocketFactory(new Accepting());
        if (link != Link.PLAIN) {
            server.setProtocols(List.of(Protocol.HTTP_1_1));
            server.useHttps(new Securing(certificates.sslSocketFactory()));
        }
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                together(request);
                requests.add(request.getMethod() + " " + request.getUrl().encodedPath());
                return new MockResponse.Builder()
                        .body("answer-" + tokens.incrementAndGet())
                        .build();
            }
        });
        server.start(InetAddress.getByName("localhost"), 0);
    }

    String url() {
        return server.url("/").toString();
    }

    /** A user's client that trusts this server, with a pool of its own. */
    OkHttpClient.Builder trusting() {
        OkHttpClient.Builder client =
                new OkHttpClient.Builder().connectionPool(new ConnectionPool(5, 5, TimeUnit.MINUTES));
        return link == Link.PLAIN
                ? client
                : client.sslSocketFactory(certificates.sslSocketFactory(), certificates.trustManager());
    }

    /** How often a request came in. */
    long count(String methodAndPath) {
        return requests.stream().filter(methodAndPath::equals).count();
    }

    int connections() {
        return raw.size();
    }

    /** From now on each one is answered when so many have come in, so that each has a connection of its own. */
    void together(int calls) {
        together = new CyclicBarrier(calls);
    }

    /** Requests that wait for others. */
    int waiting() {
        return together.getNumberWaiting();
    }

    private void together(RecordedRequest request) {
        if (request.getUrl().encodedPath().equals("/together")) {
            try {
                together.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** As a server does that has waited long enough. */
    void closeConnections() throws IOException {
        for (Socket socket : link == Link.TLS ? secure : raw) {
            socket.close();
        }
        for (AcceptedSocket socket : raw) {
            await().pollInterval(Duration.ofMillis(1)).until(() -> socket.reading.get() == 0);
        }
    }

    /** As a firewall does that has forgotten the connections there are: nothing comes through any more, no end either. */
    void dropConnections() {
        raw.forEach(socket -> socket.dropped = true);
    }

    /** What some servers say before they close. */
    void sayUnasked(String text) throws IOException {
        for (Socket socket : link == Link.PLAIN ? raw : secure) {
            OutputStream out = socket.getOutputStream();
            out.write(text.getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }
    }

    @Override
    public void close() {
        server.close();
    }

    /** A read that has begun may still get what comes just after the close. */
    private static final class AcceptedSocket extends Socket {
        private final AtomicInteger reading = new AtomicInteger();
        private volatile boolean dropped;

        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {
                @Override
                public int read(byte[] into, int offset, int length) throws IOException {
                    reading.incrementAndGet();
                    try {
                        int read = super.read(into, offset, length);
                        while (dropped && read > 0) {
                            read = super.read(into, offset, length);
                        }
                        return read;
                    } finally {
                        reading.decrementAndGet();
                    }
                }
            };
        }
    }

    private final class Accepting extends ServerSocketFactory {
        @Override
        public ServerSocket createServerSocket() throws IOException {
            return new ServerSocket() {
                @Override
                public Socket accept() throws IOException {
                    AcceptedSocket accepted = new AcceptedSocket();
                    implAccept(accepted);
                    accepted.setTcpNoDelay(true);
                    raw.add(accepted);
                    return accepted;
                }
            };
        }

        @Override
        public ServerSocket createServerSocket(int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ServerSocket createServerSocket(int port, int backlog) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ServerSocket createServerSocket(int port, int backlog, InetAddress address) {
            throw new UnsupportedOperationException();
        }
    }

    private final class Securing extends SSLSocketFactory {
        private final SSLSocketFactory factory;

        Securing(SSLSocketFactory factory) {
            this.factory = factory;
        }

        @Override
        public Socket createSocket(Socket socket, String host, int port, boolean autoClose) throws IOException {
            Socket made = factory.createSocket(socket, host, port, autoClose);
            secure.add(made);
            return made;
        }

        @Override
        public String[] getDefaultCipherSuites() {
            return factory.getDefaultCipherSuites();
        }

        @Override
        public String[] getSupportedCipherSuites() {
            return factory.getSupportedCipherSuites();
        }

        @Override
        public Socket createSocket(String host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(InetAddress address, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(InetAddress address, int port, InetAddress local, int localPort) {
            throw new UnsupportedOperationException();
        }
    }
}
