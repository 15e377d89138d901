package dev.latchkey.core.internal.net;

import dev.latchkey.core.internal.call.Platform;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/**
 * Makes sockets for which OkHttp's connect timeout bounds all that makes a connection ready: TCP, the CONNECT of a proxy, and
 * the TLS handshake. Not for SOCKS proxies, for which OkHttp makes sockets itself, and not for TLS on Android, which does not
 * read through the socket.
 */
public final class LimitedSockets extends SocketFactory {
    private final SocketFactory users;

    private LimitedSockets(SocketFactory users) {
        this.users = users;
    }

    /**
     * A factory with the limit.
     *
     * @param users makes the sockets
     * @return one that OkHttp can be given instead
     */
    public static SocketFactory of(SocketFactory users) {
        // Android's TLS looks for a descriptor in the socket, and a wrapper has none.
        return isSystems(users) || !Platform.isAndroid() ? new LimitedSockets(users) : users;
    }

    /** What OkHttp calls, and nothing else. */
    @Override
    public Socket createSocket() throws IOException {
        return isSystems(users) ? new LimitedSocket() : new DelegatedSocket(users.createSocket());
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return users.createSocket(host, port);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return users.createSocket(host, port, localHost, localPort);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return users.createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort)
            throws IOException {
        return users.createSocket(address, port, localAddress, localPort);
    }

    private static boolean isSystems(SocketFactory factory) {
        return factory.equals(SocketFactory.getDefault());
    }
}
