package dev.latchkey.core.http;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

/** As much of an HTTP/2 server as it takes to answer 200, refuse streams and go away. Without TLS, by prior knowledge. */
final class Http2Server implements AutoCloseable {
    private static final int DATA = 0;
    private static final int HEADERS = 1;
    private static final int RST_STREAM = 3;
    private static final int SETTINGS = 4;
    private static final int PING = 6;
    private static final int GOAWAY = 7;
    private static final int ACK = 1;
    private static final int END_STREAM = 1;
    private static final int END_HEADERS = 4;
    private static final int PREFACE_BYTES = 24;
    private static final int REFUSED_STREAM = 7;
    /** {@code :status: 200}, of the static table of HPACK. */
    private static final byte[] OK = {(byte) 0x88};

    private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getByName("localhost"));
    private final List<Link> links = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Reply> replies = new LinkedBlockingQueue<>();
    private final AtomicInteger processed = new AtomicInteger();

    /** What becomes of a stream, once its headers or its whole request have come in. */
    enum Reply {
        REFUSED,
        REFUSED_AFTER_THE_BODY,
        GONE_AWAY_BEFORE_IT,
        RESET_WITH_AN_ERROR
    }

    Http2Server() throws IOException {
        start(this::accept);
    }

    String url() {
        return "http://localhost:" + listening.getLocalPort() + "/";
    }

    static OkHttpClient client() {
        return new OkHttpClient.Builder()
                .protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE))
                .build();
    }

    /** For the next streams; those after them are answered. */
    void next(Reply... next) {
        replies.addAll(List.of(next));
    }

    int processed() {
        return processed.get();
    }

    /** How many replies have not been used. */
    int left() {
        return replies.size();
    }

    int connections() {
        return links.size();
    }

    /** Goes away from the latest connection, and returns when the client knows. */
    void goAway() throws Exception {
        Link link = links.get(links.size() - 1);
        link.goAway(Integer.MAX_VALUE);
        link.write(PING, 0, 0, new byte[8]);
        if (!link.pong.await(10, TimeUnit.SECONDS)) {
            throw new AssertionError("the client does not answer");
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Link link : links) {
            link.socket.close();
        }
    }

    private void accept() {
        try {
            while (true) {
                Link link = new Link(listening.accept());
                links.add(link);
                start(link::serve);
            }
        } catch (IOException closed) {
            return;
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "http2-server");
        thread.setDaemon(true);
        thread.start();
    }

    private final class Link {
        private final Socket socket;
        private final DataInputStream in;
        private final DataOutputStream out;
        private final CountDownLatch pong = new CountDownLatch(1);
        private Reply reply;

        Link(Socket socket) throws IOException {
            this.socket = socket;
            socket.setTcpNoDelay(true);
            this.in = new DataInputStream(socket.getInputStream());
            this.out = new DataOutputStream(socket.getOutputStream());
        }

        void serve() {
            try (socket) {
                in.readFully(new byte[PREFACE_BYTES]);
                write(SETTINGS, 0, 0, new byte[0]);
                while (true) {
                    int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
                    int type = in.readUnsignedByte();
                    int flags = in.readUnsignedByte();
                    int stream = in.readInt();
                    in.readFully(new byte[length]);
                    handle(type, flags, stream);
                }
            } catch (EOFException | SocketException closed) {
                return;
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        private void handle(int type, int flags, int stream) throws IOException {
            boolean ends = (flags & END_STREAM) != 0;
            if (type == SETTINGS && (flags & ACK) == 0) {
                write(SETTINGS, ACK, 0, new byte[0]);
            } else if (type == PING && (flags & ACK) != 0) {
                pong.countDown();
            } else if (type == HEADERS) {
                reply = replies.poll();
                if (reply != null && reply != Reply.REFUSED_AFTER_THE_BODY) {
                    refuse(stream);
                    return;
                }
            }
            if ((type == HEADERS || type == DATA) && ends) {
                if (reply == Reply.REFUSED_AFTER_THE_BODY) {
                    refuse(stream);
                } else if (reply == null) {
                    processed.incrementAndGet();
                    write(HEADERS, END_HEADERS | END_STREAM, stream, OK);
                }
            }
        }

        private void refuse(int stream) throws IOException {
            if (reply == Reply.GONE_AWAY_BEFORE_IT) {
                goAway(stream - 2);
            } else {
                int code = reply == Reply.RESET_WITH_AN_ERROR ? 2 : REFUSED_STREAM;
                write(RST_STREAM, 0, stream, new byte[] {0, 0, 0, (byte) code});
            }
        }

        private void goAway(int last) throws IOException {
            byte[] payload = {(byte) (last >> 24), (byte) (last >> 16), (byte) (last >> 8), (byte) last, 0, 0, 0, 0};
            write(GOAWAY, 0, 0, payload);
        }

        private void write(int type, int flags, int stream, byte[] payload) throws IOException {
            byte[] frame = new byte[9 + payload.length];
            frame[2] = (byte) payload.length;
            frame[3] = (byte) type;
            frame[4] = (byte) flags;
            frame[5] = (byte) (stream >> 24);
            frame[6] = (byte) (stream >> 16);
            frame[7] = (byte) (stream >> 8);
            frame[8] = (byte) stream;
            System.arraycopy(payload, 0, frame, 9, payload.length);
            // One write, so that two threads' frames do not mix.
            out.write(frame);
            out.flush();
        }
    }
}
