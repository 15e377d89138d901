package dev.latchkey.core.internal.net;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.locks.ReentrantLock;

/**
 * How much may still be read from a connection. OkHttp takes a chunk's size line into memory however long it is, as it does
 * with much that is no body, so only the bytes that come in can be counted. Each exchange brings an allowance and takes back
 * what it leaves. Between exchanges there is no limit: a client of the user's that shares the pool may use the connection.
 *
 * <p>Whoever begins an exchange has the socket of the connection, and with TLS that is not ours but one above it. TLS sockets
 * of the JDK pass on {@code setPerformancePreferences}, which means nothing once a socket is connected, to the socket below:
 * so that is how ours is told. What does not pass it on is not limited.
 */
public final class ReadAllowance {
    private static final int KIBIBYTE = 1024;
    private static final int OURS = 0x4c6b;
    private static final int DEEPEST = 10;

    private final ReentrantLock lock = new ReentrantLock();
    private long promised;
    private long left;

    ReadAllowance() {}

    /**
     * An exchange begins.
     *
     * @param socket of the connection
     * @param kibibytes what it may bring
     */
    public static void begins(Socket socket, int kibibytes) {
        socket.setPerformancePreferences(kibibytes, 0, OURS);
    }

    /**
     * An exchange is over.
     *
     * @param socket of the connection
     * @param kibibytes as when it began
     */
    public static void ends(Socket socket, int kibibytes) {
        socket.setPerformancePreferences(0, kibibytes, OURS);
    }

    /**
     * Whether it is this that broke a connection.
     *
     * @param failure what was thrown
     * @return true if more was sent than allowed
     */
    public static boolean isExceeded(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof Exceeded) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    /** What our sockets do when they are told their preferences. */
    void told(int begun, int ended, int mark) {
        if (mark != OURS) {
            return;
        }
        lock.lock();
        try {
            left = (promised == 0 ? 0 : left) + (long) begun * KIBIBYTE;
            promised += ((long) begun - ended) * KIBIBYTE;
            left = Math.min(left, promised);
        } finally {
            lock.unlock();
        }
    }

    void spend(int read) throws Exceeded {
        lock.lock();
        try {
            left -= read;
            if (promised > 0 && left < 0) {
                throw new Exceeded();
            }
        } finally {
            lock.unlock();
        }
    }

    static final class Exceeded extends IOException {
        private static final long serialVersionUID = 1L;

        Exceeded() {
            super("the server sends more than an answer may have");
        }
    }
}
