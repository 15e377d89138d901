package dev.latchkey.benchmarks.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP/1.1 server on loopback with one thread, which sends canned bytes: what is measured against it is the client. It keeps
 * connections alive, expects one request at a time on each, and answers {@code GET /_requests} with the number of requests that
 * it has seen besides, and {@code GET /_connections} with the number of connections that it has accepted.
 */
public final class LoopbackServer implements AutoCloseable {
    private static final int BACKLOG = 1024;

    private record Due(long at, Connection connection, Answer answer) {}

    private final Handler handler;
    private final Selector selector;
    private final ServerSocketChannel listener;
    private final PriorityQueue<Due> delayed = new PriorityQueue<>(Comparator.comparingLong(Due::at));
    private final Thread thread;
    private long requests;
    private long accepted;

    private LoopbackServer(Handler handler) throws IOException {
        this.handler = handler;
        selector = Selector.open();
        listener = ServerSocketChannel.open();
        listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        listener.configureBlocking(false);
        listener.register(selector, SelectionKey.OP_ACCEPT);
        thread = new Thread(this::serve, "loopback-server");
        thread.setDaemon(true);
    }

    /** Starts a server on a free port. */
    public static LoopbackServer start(Handler handler) throws IOException {
        LoopbackServer server = new LoopbackServer(handler);
        server.thread.start();
        return server;
    }

    /** The port that it listens on. */
    public int port() {
        return listener.socket().getLocalPort();
    }

    /** What its paths are below. */
    public String baseUrl() {
        return "http://127.0.0.1:" + port();
    }

    /** Closes the listener and every connection. */
    @Override
    public void close() throws IOException {
        listener.close();
        selector.close();
    }

    private void serve() {
        while (selector.isOpen()) {
            try {
                selector.select(this::handle, millisUntilDue());
                sendDue();
            } catch (ClosedSelectorException e) {
                return;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** As {@link Selector#select(long)} wants it: 0 is for ever. */
    private long millisUntilDue() {
        Due first = delayed.peek();
        if (first == null) {
            return 0;
        }
        long nanos = first.at - System.nanoTime();
        return Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos + 999_999));
    }

    private void sendDue() throws IOException {
        for (Due first = delayed.peek(); first != null && first.at - System.nanoTime() <= 0; first = delayed.peek()) {
            delayed.remove();
            send(first.connection, first.answer.decided());
        }
    }

    private void handle(SelectionKey key) {
        try {
            if (key.isAcceptable()) {
                accept();
                return;
            }
            Connection connection = (Connection) key.attachment();
            if (key.isWritable()) {
                connection.flush();
            }
            if (key.isReadable()) {
                receive(connection);
            }
        } catch (IOException e) {
            // A client that goes away in the middle is no concern of the others.
            key.cancel();
        }
    }

    private void accept() throws IOException {
        SocketChannel channel = listener.accept();
        if (channel == null) {
            return;
        }
        accepted++;
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
        key.attach(new Connection(channel, key));
    }

    private void receive(Connection connection) throws IOException {
        if (!connection.read()) {
            connection.close();
            return;
        }
        @Nullable Request request;
        while ((request = connection.next()) != null) {
            send(connection, answerTo(request));
        }
    }

    private Answer answerTo(Request request) {
        if (request.target().equals("/_requests")) {
            return Answer.json(200, Long.toString(requests));
        }
        if (request.target().equals("/_connections")) {
            return Answer.json(200, Long.toString(accepted));
        }
        requests++;
        return handler.answer(request);
    }

    private void send(Connection connection, Answer answer) {
        Answer due = answer;
        while (!due.isDue()) {
            if (due.delayNanos() > 0) {
                delayed.add(new Due(System.nanoTime() + due.delayNanos(), connection, due));
                return;
            }
            due = due.decided();
        }
        try {
            connection.send(due.wire());
        } catch (IOException e) {
            // The client did not wait for it.
        }
    }
}
