package dev.latchkey.core.internal.net;

import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;

/**
 * The time that a connection has to be ready: for TCP, the CONNECT of a proxy and the TLS handshake together. OkHttp limits
 * the first by its connect timeout and the others by its read timeout, which is off here. It sets a socket's own timeout once
 * before it connects and again when the connection is ready; by the second this limit ends.
 *
 * <p>Not thread-safe: a connection is made by one thread after the other.
 */
final class ConnectLimit {

    /** Sets what a socket waits for one read. */
    interface ReadTimeout {
        void set(int millis) throws SocketException;
    }

    private final ReadTimeout readTimeout;
    private boolean connecting;
    private long deadline;
    private int wanted;

    ConnectLimit(ReadTimeout readTimeout) {
        this.readTimeout = readTimeout;
    }

    /** The socket begins to connect; with zero there is no limit. */
    void begins(int timeoutMillis) {
        connecting = timeoutMillis > 0;
        deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
    }

    void setReadTimeout(int millis) throws SocketException {
        wanted = millis;
        connecting = false;
        readTimeout.set(millis);
    }

    void beforeRead() throws SocketException, SocketTimeoutException {
        if (!connecting) {
            return;
        }
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (left <= 0) {
            throw new SocketTimeoutException("not connected in time");
        }
        readTimeout.set((int) (wanted == 0 ? left : Math.min(left, wanted)));
    }
}
