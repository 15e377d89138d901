package dev.latchkey.fake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A port on the loopback address that accepts every connection, reads what comes and never answers: a server that hangs, a
 * TLS handshake without end, a proxy that answers no {@code CONNECT}. It listens from the moment it is made until
 * {@link #close}, with one thread, a daemon. Safe for concurrent use.
 *
 * <pre>{@code
 * try (SilentPort proxy = SilentPort.open()) {
 *     client.proxy(new Proxy(Proxy.Type.HTTP, new InetSocketAddress("127.0.0.1", proxy.port())));
 * }
 * }</pre>
 */
public final class SilentPort implements AutoCloseable {
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final int BACKLOG = 1024;

    private final Selector selector;
    private final ServerSocketChannel server;
    private final int port;
    private final Thread thread;
    private final AtomicInteger accepted = new AtomicInteger();
    private volatile boolean closed;

    private SilentPort() throws IOException {
        selector = Selector.open();
        server = ServerSocketChannel.open();
        server.bind(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), 0), BACKLOG);
        server.configureBlocking(false);
        server.register(selector, SelectionKey.OP_ACCEPT);
        port = server.socket().getLocalPort();
        thread = new Thread(this::serve, "silent-port");
        thread.setDaemon(true);
    }

    /** Listens on any free port. */
    public static SilentPort open() {
        try {
            SilentPort silent = new SilentPort();
            silent.thread.start();
            return silent;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on 127.0.0.1", e);
        }
    }

    /** The port. */
    public int port() {
        return port;
    }

    /** How many connections it has accepted so far. */
    public int accepted() {
        return accepted.get();
    }

    /** Closes the port and its connections, and waits for that; not longer than until the thread is interrupted. */
    @Override
    public void close() {
        closed = true;
        selector.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String toString() {
        return "SilentPort[" + port + "]";
    }

    private void serve() {
        ByteBuffer unread = ByteBuffer.allocate(8192);
        try (selector) {
            while (!closed) {
                selector.select(key -> serve(key, unread.clear()));
            }
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the port " + port + " failed", e);
        }
    }

    private void serve(SelectionKey key, ByteBuffer unread) {
        try {
            if (key.isAcceptable()) {
                SocketChannel client = server.accept();
                if (client != null) {
                    client.configureBlocking(false);
                    client.register(selector, SelectionKey.OP_READ);
                    accepted.incrementAndGet();
                }
            } else if (((SocketChannel) key.channel()).read(unread) < 0) {
                key.channel().close();
            }
        } catch (IOException e) {
            key.cancel();
        }
    }
}
