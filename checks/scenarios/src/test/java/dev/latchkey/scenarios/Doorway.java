package dev.latchkey.scenarios;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A port in front of a server that can be shut, so that connections are refused, and opened again. */
final class Doorway implements AutoCloseable {
    private volatile InetSocketAddress server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Closeable> open = ConcurrentHashMap.newKeySet();
    private final int port;

    private Doorway(InetSocketAddress server) {
        this.server = server;
        this.port = open(0);
    }

    static Doorway to(int port) {
        return new Doorway(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    int port() {
        return port;
    }

    /** Ends the connections that there are; the next lead to another server. */
    void leadTo(int other) {
        server = new InetSocketAddress(InetAddress.getLoopbackAddress(), other);
        open.stream().filter(Socket.class::isInstance).forEach(Doorway::end);
    }

    void open() {
        open(port);
    }

    /** Ends the connections that there are, too. */
    void shut() {
        open.forEach(Doorway::end);
        open.clear();
    }

    private int open(int wanted) {
        try {
            ServerSocket door = new ServerSocket();
            door.setReuseAddress(true);
            door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 1000);
            open.add(door);
            threads.execute(() -> letIn(door));
            return door.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void letIn(ServerSocket door) {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                Socket inside = new Socket(server.getAddress(), server.getPort());
                open.add(client);
                open.add(inside);
                threads.execute(() -> pass(client, inside));
                threads.execute(() -> pass(inside, client));
            } catch (IOException e) {
                // Shut, or the client has left.
            }
        }
    }

    private void pass(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            return; // One side has ended the connection.
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private static void end(Closeable each) {
        try {
            each.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        shut();
        threads.shutdown();
    }
}
