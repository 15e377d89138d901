package dev.latchkey.scenarios.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.SocketFactory;
import okhttp3.Dns;
import okhttp3.OkHttpClient;

/** The way to a server, which may be interrupted. Nothing but this machine is ever asked or reached. */
final class Network implements Dns {
    private final DeadEnds deadEnds;
    private final AtomicInteger failures = new AtomicInteger();
    private volatile Outage outage = Outage.REFUSED;

    Network(DeadEnds deadEnds) {
        this.deadEnds = deadEnds;
    }

    OkHttpClient.Builder under(OkHttpClient.Builder client) {
        return client.dns(this).socketFactory(new Sockets()).proxy(Proxy.NO_PROXY);
    }

    void fail(Outage why, Hits hits) {
        outage = why;
        failures.set(hits == Hits.ONCE ? 1 : Integer.MAX_VALUE);
    }

    void heal() {
        failures.set(0);
    }

    @Override
    public List<InetAddress> lookup(String hostname) throws UnknownHostException {
        if (outage == Outage.UNKNOWN_HOST && fails()) {
            throw new UnknownHostException(hostname);
        }
        return List.of(InetAddress.getLoopbackAddress());
    }

    private boolean fails() {
        return failures.getAndUpdate(left -> left == Integer.MAX_VALUE ? left : Math.max(0, left - 1)) > 0;
    }

    private SocketAddress redirected(SocketAddress address) {
        if (outage == Outage.UNKNOWN_HOST || !fails()) {
            return address;
        }
        return outage == Outage.REFUSED ? deadEnds.refusing() : deadEnds.unanswering();
    }

    /** OkHttp asks for unconnected sockets only. */
    private final class Sockets extends SocketFactory {
        @Override
        public Socket createSocket() {
            return new Socket() {
                @Override
                public void connect(SocketAddress endpoint, int timeout) throws IOException {
                    super.connect(redirected(endpoint), timeout);
                }
            };
        }

        @Override
        public Socket createSocket(String host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(InetAddress host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
            throw new UnsupportedOperationException();
        }
    }
}
