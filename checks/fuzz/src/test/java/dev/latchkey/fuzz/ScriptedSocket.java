package dev.latchkey.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A socket that is connected to nothing. What it answers to a request is looked up when the answer is first read. */
@SuppressWarnings("UnsynchronizedOverridesSynchronized") // what threads share is volatile
final class ScriptedSocket extends Socket {
    private final Function<String, byte[]> script;
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private boolean connected;
    private volatile boolean closed;

    ScriptedSocket(Function<String, byte[]> script) throws SocketException {
        super((java.net.SocketImpl) null);
        this.script = script;
    }

    @Override
    public void connect(SocketAddress endpoint) {
        connected = true;
    }

    @Override
    public void connect(SocketAddress endpoint, int timeout) {
        connected = true;
    }

    @Override
    public InputStream getInputStream() {
        return new Answer();
    }

    @Override
    public OutputStream getOutputStream() {
        return sent;
    }

    @Override
    public InetAddress getInetAddress() {
        return InetAddress.getLoopbackAddress();
    }

    @Override
    public int getPort() {
        return 9;
    }

    @Override
    public boolean isConnected() {
        return connected;
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public boolean isInputShutdown() {
        return closed;
    }

    @Override
    public boolean isOutputShutdown() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
    }

    @Override
    public void setSoTimeout(int timeout) {}

    @Override
    public int getSoTimeout() {
        return 0;
    }

    private final class Answer extends InputStream {
        private @Nullable InputStream bytes;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (closed) {
                throw new SocketException("Socket closed");
            }
            if (sent.size() == 0) {
                if (bytes == null) {
                    throw new SocketTimeoutException("a server says nothing before it is asked");
                }
                return bytes.read(into, offset, length);
            }
            int left = bytes == null ? -1 : bytes.read(into, offset, length);
            if (left >= 0) {
                return left;
            }
            String request = sent.toString(StandardCharsets.ISO_8859_1);
            sent.reset();
            bytes = new ByteArrayInputStream(script.apply(request));
            return bytes.read(into, offset, length);
        }
    }
}
