package dev.latchkey.fake.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Makes the server socket: no Nagle delay on what it accepts (it costs 40 ms a call on loopback), a backlog for storms,
 * and each connection known by its number, so that one can be reset.
 */
public final class Connections extends ServerSocketFactory {
    private static final int BACKLOG = 1024;

    private final Map<Integer, Socket> open = new ConcurrentHashMap<>();
    private final AtomicInteger next = new AtomicInteger();

    /** Ends a connection the hard way: the client sees a reset rather than an orderly end. */
    public void reset(int number) {
        Socket socket = open.get(number);
        if (socket == null) {
            return;
        }
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            // The client was faster: the connection is gone, which is what was wanted.
            open.remove(number);
        }
    }

    /** How many connections are open. */
    public int count() {
        open.values().removeIf(Socket::isClosed);
        return open.size();
    }

    @Override
    public ServerSocket createServerSocket() throws IOException {
        return new Listening();
    }

    @Override
    public ServerSocket createServerSocket(int port) {
        throw new UnsupportedOperationException("the server binds by itself");
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog) {
        throw new UnsupportedOperationException("the server binds by itself");
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog, InetAddress address) {
        throw new UnsupportedOperationException("the server binds by itself");
    }

    private final class Listening extends ServerSocket {
        Listening() throws IOException {}

        @Override
        public void bind(@Nullable SocketAddress address, int backlog) throws IOException {
            super.bind(address, BACKLOG);
        }

        @Override
        public Socket accept() throws IOException {
            Socket socket = new ServedSocket();
            implAccept(socket);
            socket.setTcpNoDelay(true);
            open.values().removeIf(Socket::isClosed);
            // MockWebServer numbers its connections in the order of this call too.
            open.put(next.getAndIncrement(), socket);
            return socket;
        }
    }
}
