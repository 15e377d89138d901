package dev.latchkey.core.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.SocketFactory;

/** Counts what calls ask of their sockets. */
final class CountingSockets extends SocketFactory {
    final AtomicInteger opened = new AtomicInteger();
    /** Reads of a single byte, which only a probe makes. */
    final AtomicInteger probes = new AtomicInteger();
    /** Limits of a millisecond, which only a probe sets. */
    final AtomicInteger limits = new AtomicInteger();

    @Override
    public Socket createSocket() {
        opened.incrementAndGet();
        return new Socket() {
            @Override
            public InputStream getInputStream() throws IOException {
                return new FilterInputStream(super.getInputStream()) {
                    @Override
                    public int read() throws IOException {
                        probes.incrementAndGet();
                        return super.read();
                    }

                    @Override
                    public int read(byte[] into, int offset, int length) throws IOException {
                        return super.read(into, offset, length);
                    }
                };
            }

            @Override
            public synchronized void setSoTimeout(int timeout) throws SocketException {
                if (timeout == 1) {
                    limits.incrementAndGet();
                }
                super.setSoTimeout(timeout);
            }
        };
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress local, int localPort) {
        throw new UnsupportedOperationException();
    }
}
