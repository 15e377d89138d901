package dev.latchkey.fake;

import dev.latchkey.fake.internal.Connections;
import dev.latchkey.fake.internal.TlsSockets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.List;
import mockwebserver3.MockWebServer;
import okhttp3.Protocol;

/** The server socket of a fake, from its start to its end. */
final class Listening {
    private static final long LARGEST_BODY = 32L << 20;
    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    private final MockWebServer server = new MockWebServer();
    private final Connections connections;
    private final Exchanges exchanges;
    private final ForgottenFake forgotten;

    private Listening(FakeServer fake, Transport transport) throws IOException {
        connections = new Connections(transport.https);
        connections.closeIdleAfter(transport.closeIdleAfter);
        exchanges = new Exchanges(fake, server, connections);
        server.setServerSocketFactory(connections);
        server.setBodyLimit(LARGEST_BODY);
        server.setDispatcher(exchanges);
        if (transport.https) {
            server.useHttps(new TlsSockets(transport.certificate().sockets()));
            server.setProtocols(
                    transport.http2 ? List.of(Protocol.HTTP_2, Protocol.HTTP_1_1) : List.of(Protocol.HTTP_1_1));
        }
        server.start(InetAddress.getByAddress(LOOPBACK), transport.port);
        forgotten = ForgottenFake.stopping(this::end);
    }

    static Listening start(FakeServer fake, Transport transport) {
        try {
            return new Listening(fake, transport);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on 127.0.0.1 port " + transport.port + "; is it in use?", e);
        }
    }

    int port() {
        return server.getPort();
    }

    Connections connections() {
        return connections;
    }

    void stop() {
        forgotten.closed();
        end();
    }

    private void end() {
        exchanges.stop();
        connections.stop();
        server.close();
    }
}
