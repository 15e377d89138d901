package dev.latchkey.fake.internal;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/** A connection that closes once reading or writing has failed; MockWebServer turns away from such a one and leaves it open. */
final class ServedSocket extends Socket {
    private final Connection connection;
    private final boolean secured;

    /** If it is secured, what is read from it is not HTTP but TLS. */
    ServedSocket(IdleTimer idleTimer, boolean secured) {
        connection = new Connection(this, idleTimer);
        this.secured = secured;
    }

    Connection connection() {
        return connection;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        InputStream in = closingAtFailure();
        return secured ? in : connection.http1(in);
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return new FilterOutputStream(super.getOutputStream()) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                try {
                    out.write(bytes, offset, length);
                } catch (IOException e) {
                    throw closedAfter(e);
                }
            }
        };
    }

    private InputStream closingAtFailure() throws IOException {
        return new FilterInputStream(super.getInputStream()) {
            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                try {
                    return super.read(bytes, offset, length);
                } catch (IOException e) {
                    throw closedAfter(e);
                }
            }
        };
    }

    private IOException closedAfter(IOException failure) {
        try {
            close();
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
        return failure;
    }
}
