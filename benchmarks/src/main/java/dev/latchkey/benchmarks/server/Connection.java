package dev.latchkey.benchmarks.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** One client's connection: what it has sent, and what has not yet gone out to it. For the server's thread. */
final class Connection {
    private static final int CAPACITY = 64 * 1024;

    private final SocketChannel channel;
    private final SelectionKey key;
    private final ByteBuffer received = ByteBuffer.allocate(CAPACITY);
    private @Nullable ByteBuffer outgoing;

    Connection(SocketChannel channel, SelectionKey key) {
        this.channel = channel;
        this.key = key;
    }

    /** Reads what there is; false once the client has gone. */
    boolean read() throws IOException {
        return channel.read(received) >= 0;
    }

    /** The next request that is there as a whole, or null. */
    @Nullable
    Request next() {
        received.flip();
        try {
            return Request.takeFrom(received);
        } finally {
            received.compact();
        }
    }

    void send(byte[] wire) throws IOException {
        outgoing = ByteBuffer.wrap(wire);
        flush();
    }

    /** Sends on; what the socket does not take now goes out once it is writable. */
    void flush() throws IOException {
        ByteBuffer rest = outgoing;
        if (rest == null) {
            return;
        }
        channel.write(rest);
        if (rest.hasRemaining()) {
            key.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
        } else {
            outgoing = null;
            key.interestOps(SelectionKey.OP_READ);
        }
    }

    void close() throws IOException {
        key.cancel();
        channel.close();
    }
}
