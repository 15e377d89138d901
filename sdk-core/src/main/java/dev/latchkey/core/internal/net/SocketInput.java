package dev.latchkey.core.internal.net;

import java.io.IOException;
import java.io.InputStream;

/** What comes in on a connection. Every byte passes here, those of a TLS handshake too. */
final class SocketInput extends InputStream {
    private final InputStream in;
    private final ConnectLimit limit;
    private final ReadAllowance allowance;

    SocketInput(InputStream in, ConnectLimit limit, ReadAllowance allowance) {
        this.in = in;
        this.limit = limit;
        this.allowance = allowance;
    }

    @Override
    public int read() throws IOException {
        limit.beforeRead();
        int read = in.read();
        allowance.spend(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        limit.beforeRead();
        int read = in.read(into, offset, length);
        allowance.spend(Math.max(read, 0));
        return read;
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
