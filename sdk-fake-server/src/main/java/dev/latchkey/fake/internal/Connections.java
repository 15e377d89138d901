package dev.latchkey.fake.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Makes the server socket: no Nagle delay on what it accepts (it costs 40 ms a call on loopback), a backlog for storms,
 * and each connection known by its number.
 */
public final class Connections extends ServerSocketFactory {
    private static final int BACKLOG = 1024;
    private static final long LONGEST_ANSWER = TimeUnit.SECONDS.toNanos(1);

    private final Map<Integer, Connection> open = new ConcurrentHashMap<>();
    private final AtomicInteger next = new AtomicInteger();
    private final IdleTimer idleTimer = new IdleTimer();
    private final boolean secured;

    /** Connections over which HTTP travels as it is or, if they are to be secured, over TLS. */
    public Connections(boolean secured) {
        this.secured = secured;
    }

    /**
     * The connection with this number.
     *
     * @throws IllegalStateException if it is gone
     */
    public Connection get(int number) {
        Connection connection = open.get(number);
        if (connection == null) {
            throw new IllegalStateException("there is no connection " + number);
        }
        return connection;
    }

    /** How many connections are open. */
    public int count() {
        open.values().removeIf(Connection::isClosed);
        return open.size();
    }

    /** How many connections were accepted. */
    public int accepted() {
        return next.get();
    }

    /** Closes each connection that is idle now, and says how many. Answers under way are waited for, a second at most. */
    public int closeIdle() throws InterruptedException {
        long deadline = System.nanoTime() + LONGEST_ANSWER;
        int closed = 0;
        for (Connection connection : open.values()) {
            connection.awaitAnswered(deadline);
            closed += connection.closeIfIdle(0) ? 1 : 0;
        }
        return closed;
    }

    /** From now on closes connections that are idle for this long; none if it is zero. */
    public void closeIdleAfter(Duration idle) {
        idleTimer.closeAfter(idle);
        open.values().forEach(idleTimer::watch);
    }

    /** Ends every connection, whoever reads or writes, and the thread of the timer. */
    public void stop() {
        idleTimer.stop();
        open.values().forEach(Connection::abort);
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
            ServedSocket socket = new ServedSocket(idleTimer, secured);
            implAccept(socket);
            socket.setTcpNoDelay(true);
            open.values().removeIf(Connection::isClosed);
            // MockWebServer numbers its connections in the order of this call too.
            open.put(next.getAndIncrement(), socket.connection());
            return socket;
        }
    }
}
