package dev.latchkey.core.http;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;

/** Looks whether the other side has closed a connection on which nothing is awaited. */
final class Probe {
    private static final int WAIT_MILLIS = 1;

    private Probe() {}

    /** Whatever there is to be read is the end, or belongs to no request: a 408 to who was silent for too long. */
    static boolean isClosed(Socket socket) {
        try {
            int limit = socket.getSoTimeout();
            socket.setSoTimeout(WAIT_MILLIS);
            try {
                int end = socket.getInputStream().read();
                return end >= -1;
            } catch (SocketTimeoutException silent) {
                return false;
            } finally {
                socket.setSoTimeout(limit);
            }
        } catch (IOException e) {
            return true;
        }
    }
}
