package dev.latchkey.core.internal.net;

import java.io.IOException;
import java.io.InputStream;

/** What comes in on a connection. Every byte passes here, those of a TLS handshake too. */
final class SocketInput extends InputStream {
    private final InputStream in;
    private final ConnectLimit limit;

    SocketInput(InputStream in, ConnectLimit limit) {
        this.in = in;
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        limit.beforeRead();
        return in.read();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        limit.beforeRead();
        return in.read(into, offset, length);
    }

    @Override
    public int available() throws IOException {
        return in.available();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
