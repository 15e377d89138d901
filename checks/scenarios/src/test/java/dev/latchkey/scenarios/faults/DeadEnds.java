package dev.latchkey.scenarios.faults;

import dev.latchkey.fake.SilentPort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockWebServer;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** Addresses on this machine at which no conversation begins. */
final class DeadEnds implements AutoCloseable {
    private static final int PROBE_MILLIS = 200;
    private static final int MOST_PROBES = 20;

    private final Socket silentButReserved = new Socket();
    private final SilentPort silent = SilentPort.open();
    private final ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final List<Socket> queue = new ArrayList<>();
    private final HeldCertificate authority =
            new HeldCertificate.Builder().certificateAuthority(0).build();
    private final MockWebServer strange = server(new HeldCertificate.Builder());
    private final MockWebServer expired =
            server(new HeldCertificate.Builder().signedBy(authority).validityInterval(0, TimeUnit.DAYS.toMillis(1)));

    DeadEnds() throws IOException {
        silentButReserved.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        fill();
    }

    /** A port that is taken, and at which nobody listens. */
    InetSocketAddress refusing() {
        return (InetSocketAddress) silentButReserved.getLocalSocketAddress();
    }

    /** A port whose queue of connections is full, so that another is neither accepted nor refused. */
    InetSocketAddress unanswering() {
        return (InetSocketAddress) full.getLocalSocketAddress();
    }

    /** A port that accepts, reads and says nothing. */
    InetSocketAddress silent() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), silent.port());
    }

    /** A server whose certificate nobody has signed who is known. */
    String untrusted() {
        return strange.url("/").toString();
    }

    /** A server whose certificate was good for the first day of 1970. */
    String expired() {
        return expired.url("/").toString();
    }

    /** Trusts the authority of that certificate. */
    HandshakeCertificates trusting() {
        return new HandshakeCertificates.Builder()
                .addTrustedCertificate(authority.certificate())
                .build();
    }

    private static MockWebServer server(HeldCertificate.Builder certificate) throws IOException {
        HeldCertificate held = certificate
                .addSubjectAlternativeName("localhost")
                .addSubjectAlternativeName("127.0.0.1")
                .build();
        MockWebServer server = new MockWebServer();
        server.useHttps(new HandshakeCertificates.Builder()
                .heldCertificate(held)
                .build()
                .sslSocketFactory());
        server.start(InetAddress.getLoopbackAddress(), 0);
        return server;
    }

    private void fill() throws IOException {
        for (int probe = 0; probe < MOST_PROBES; probe++) {
            Socket socket = new Socket();
            queue.add(socket);
            try {
                socket.connect(full.getLocalSocketAddress(), PROBE_MILLIS);
            } catch (SocketTimeoutException e) {
                return;
            }
        }
        throw new IllegalStateException("the queue of connections is never full");
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : queue) {
            socket.close();
        }
        full.close();
        silent.close();
        silentButReserved.close();
        strange.close();
        expired.close();
    }
}
