package dev.latchkey.fake;

import dev.latchkey.fake.internal.Connections;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import mockwebserver3.MockWebServer;

/** The server socket of a fake, from its start to its end. */
final class Listening {
    private static final long LARGEST_BODY = 32L << 20;
    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    private final MockWebServer server = new MockWebServer();
    private final Connections connections = new Connections();
    private final Exchanges exchanges;

    private Listening(FakeServer fake, int port) throws IOException {
        exchanges = new Exchanges(fake, server, connections);
        server.setServerSocketFactory(connections);
        server.setBodyLimit(LARGEST_BODY);
        server.setDispatcher(exchanges);
        server.start(InetAddress.getByAddress(LOOPBACK), port);
    }

    static Listening start(FakeServer fake, int port) {
        try {
            return new Listening(fake, port);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on 127.0.0.1 port " + port + "; is it in use?", e);
        }
    }

    int port() {
        return server.getPort();
    }

    int openConnections() {
        return connections.count();
    }

    void stop() {
        exchanges.stop();
        server.close();
    }
}
