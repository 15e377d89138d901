package dev.latchkey.core.internal.net;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;

/**
 * The system's own socket with a {@link ConnectLimit}. A subclass rather than a wrapper: Android's TLS reads from the
 * descriptor that it finds in it.
 */
@SuppressWarnings("UnsynchronizedOverridesSynchronized") // a monitor is not needed
final class LimitedSocket extends Socket {
    private final ConnectLimit limit = new ConnectLimit(super::setSoTimeout);
    private final ReadAllowance allowance = new ReadAllowance();

    /** The shorter form calls this one. */
    @Override
    public void connect(SocketAddress endpoint, int timeout) throws IOException {
        limit.begins(timeout);
        super.connect(endpoint, timeout);
    }

    @Override
    public void setSoTimeout(int timeout) throws SocketException {
        limit.setReadTimeout(timeout);
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new SocketInput(super.getInputStream(), limit, allowance);
    }

    /** See {@link ReadAllowance}. */
    @Override
    public void setPerformancePreferences(int connectionTime, int latency, int bandwidth) {
        allowance.told(connectionTime, latency, bandwidth);
    }
}
