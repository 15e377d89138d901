package dev.latchkey.fake.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * A client's connection, and how far the requests on it are: each by its HTTP/2 stream, or as {@link #HTTP_1}. It is idle
 * when it has had a request and none is open.
 */
public final class Connection {
    /** In the place of a stream's number: on HTTP/1.1 there is one request at a time. */
    public static final int HTTP_1 = 0;

    private final Socket socket;
    private final IdleTimer idleTimer;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<Integer, Progress> open = new HashMap<>();
    private final Map<Integer, Substitute> substitutes = new ConcurrentHashMap<>();
    private volatile @Nullable SSLSocket tls;
    private boolean used;
    private boolean ended;
    private long idleSince;

    Connection(Socket socket, IdleTimer idleTimer) {
        this.socket = socket;
        this.idleTimer = idleTimer;
    }

    /** The request has been read and is being dealt with, which may take any time. */
    public void deals(int request) {
        progress(request, Progress.DEALT_WITH);
    }

    /** The answer to the request is being sent. */
    public void answers(int request) {
        progress(request, Progress.ANSWERED);
    }

    /** Where HTTP/1.1 is written, in the clear. */
    public OutputStream output() throws IOException {
        SSLSocket secured = tls;
        return secured == null ? socket.getOutputStream() : secured.getOutputStream();
    }

    /** On HTTP/2, an interim answer comes before the answer of this stream. */
    public void interim(int stream, int status) {
        substitutes.put(stream, Substitute.before(Frame.interim(stream, status)));
    }

    /** On HTTP/2, a refusal comes in the place of this stream's answer. */
    public void refuse(int stream) {
        substitutes.put(stream, Substitute.instead(Frame.refused(stream)));
    }

    /** On HTTP/2, the server goes away in the place of this stream's answer. */
    public void goAway(int stream) {
        substitutes.put(stream, Substitute.instead(Frame.goneAway(stream)));
    }

    /** On HTTP/2, the connection is closed when the answer of this stream is due. */
    public void closeInsteadOf(int stream) {
        substitutes.put(stream, Substitute.ending(this::close));
    }

    /** On HTTP/2, the connection is reset when the answer of this stream is due. */
    public void resetInsteadOf(int stream) {
        substitutes.put(stream, Substitute.ending(this::reset));
    }

    /** Reads until the client goes, or gives up on this stream, or the fake is closed; then nothing is answered. */
    public void keepSilent(int request) throws InterruptedException {
        if (request == HTTP_1) {
            drain();
            return;
        }
        lock.lock();
        try {
            while (!ended && open.containsKey(request)) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
        substitutes.put(request, Substitute.silence());
    }

    /** Ends the connection the hard way: the client sees a reset rather than an orderly end. */
    public void reset() {
        end();
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            // The client was faster: the connection is gone, which is what was wanted.
        }
    }

    /** Ends the connection; once this returns, its end is on the way to the client. */
    public void close() {
        end();
        SSLSocket secured = tls;
        try (socket) {
            if (secured != null) {
                secured.shutdownOutput();
            }
            // Closing alone would not send the end while a thread reads.
            if (!socket.isOutputShutdown()) {
                socket.shutdownOutput();
            }
        } catch (IOException e) {
            // The client was faster.
        }
    }

    /** Ends the connection without a farewell, for which TLS would wait for whoever writes. */
    void abort() {
        end();
        try {
            socket.close();
        } catch (IOException e) {
            // Nothing can be done about it, and nobody uses it any more.
        }
    }

    boolean isClosed() {
        return socket.isClosed();
    }

    void secure(SSLSocket over) {
        tls = over;
    }

    InputStream http1(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                answered();
                int count = readFrom(in, bytes, offset, length);
                return count > 0 && !arrives(HTTP_1) ? -1 : count;
            }
        };
    }

    /** Reads, and notices the end. */
    int readFrom(InputStream in, byte[] bytes, int offset, int length) throws IOException {
        int count = -1;
        try {
            count = in.read(bytes, offset, length);
        } finally {
            if (count < 0) {
                end();
            }
        }
        return count;
    }

    /** A request begins to arrive, or goes on. Returns false if the connection has been closed before that. */
    boolean arrives(int request) {
        lock.lock();
        try {
            if (!ended) {
                used = true;
                open.putIfAbsent(request, Progress.ARRIVES);
            }
            return !ended;
        } finally {
            lock.unlock();
        }
    }

    /** The request has been answered, or the client wants no answer any more. */
    void ended(int request) {
        lock.lock();
        try {
            if (open.remove(request) == null) {
                return;
            }
            idleSince = System.nanoTime();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        idleTimer.watch(this);
    }

    @Nullable
    Substitute substituteFor(int stream) {
        return substitutes.remove(stream);
    }

    /** How long it has been idle, in nanoseconds; negative if it is not. */
    long idleNanos() {
        lock.lock();
        try {
            return used && !ended && open.isEmpty() ? Math.max(0, System.nanoTime() - idleSince) : -1;
        } finally {
            lock.unlock();
        }
    }

    /** Closes the connection if it has been idle for that long, and tells whether it did. */
    boolean closeIfIdle(long nanos) {
        lock.lock();
        try {
            long idle = idleNanos();
            if (idle < nanos || idle < 0) {
                return false;
            }
            ended = true;
        } finally {
            lock.unlock();
        }
        close();
        return true;
    }

    /** Waits until what the client may have received in full counts as answered. */
    void awaitAnswered(long deadline) throws InterruptedException {
        lock.lock();
        try {
            long left = deadline - System.nanoTime();
            while (!ended && open.containsValue(Progress.ANSWERED) && left > 0) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private void drain() {
        byte[] unread = new byte[1024];
        try {
            SSLSocket secured = tls;
            InputStream in = secured == null ? socket.getInputStream() : secured.getInputStream();
            while (in.read(unread) >= 0) {
                // What else the client sends is of no interest.
            }
        } catch (IOException e) {
            // It has gone.
        }
    }

    /** MockWebServer reads again: what it answered has been sent. */
    private void answered() {
        lock.lock();
        try {
            if (open.get(HTTP_1) != Progress.ANSWERED) {
                return;
            }
        } finally {
            lock.unlock();
        }
        ended(HTTP_1);
    }

    private void progress(int request, Progress progress) {
        lock.lock();
        try {
            open.computeIfPresent(request, (same, before) -> progress);
        } finally {
            lock.unlock();
        }
    }

    private void end() {
        lock.lock();
        try {
            ended = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private enum Progress {
        ARRIVES,
        DEALT_WITH,
        ANSWERED
    }
}
