package dev.latchkey.fake.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** What a client sends over HTTP/2: tells the connection of its streams, and marks each request with its own. */
final class Http2Input extends InputStream {
    private static final int PREFACE = 24;

    private final InputStream in;
    private final Connection connection;
    private final byte[] chunk = new byte[8192];
    private final ByteArrayOutputStream passed = new ByteArrayOutputStream();
    private final byte[] head = new byte[Frame.HEAD];
    private byte[] ready = new byte[0];
    private int read;
    private int headSize;
    private int plainLeft = PREFACE;
    private int newest;
    private int unmarked;
    private boolean markNext;

    Http2Input(InputStream in, Connection connection) {
        this.in = in;
        this.connection = connection;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        while (read == ready.length) {
            int count = connection.readFrom(in, chunk, 0, chunk.length);
            if (count < 0) {
                return -1;
            }
            passed.reset();
            if (!pass(count)) {
                return -1;
            }
            ready = passed.toByteArray();
            read = 0;
        }
        int count = Math.min(length, ready.length - read);
        System.arraycopy(ready, read, bytes, offset, count);
        read += count;
        return count;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** False if the connection was closed before the request that now begins. */
    private boolean pass(int count) {
        for (int i = 0; i < count; ) {
            if (plainLeft > 0) {
                int part = Math.min(plainLeft, count - i);
                passed.write(chunk, i, part);
                plainLeft -= part;
                i += part;
            } else {
                head[headSize++] = chunk[i++];
                if (headSize == Frame.HEAD && !passHead()) {
                    return false;
                }
            }
            if (plainLeft == 0 && markNext) {
                passed.writeBytes(StreamMark.frame(unmarked));
                unmarked = 0;
                markNext = false;
            }
        }
        return true;
    }

    private boolean passHead() {
        Frame frame = Frame.read(head);
        headSize = 0;
        plainLeft = frame.length();
        if (frame.type() == Frame.HEADERS && frame.stream() > newest) {
            newest = frame.stream();
            unmarked = newest;
            if (!connection.arrives(newest)) {
                return false;
            }
        } else if (frame.type() == Frame.RST_STREAM) {
            connection.ended(frame.stream());
        }
        boolean headers = frame.type() == Frame.HEADERS || frame.type() == Frame.CONTINUATION;
        markNext = headers && unmarked == frame.stream() && unmarked != 0 && frame.has(Frame.END_HEADERS);
        passed.writeBytes((markNext ? frame.without(Frame.END_HEADERS) : frame).head());
        return true;
    }
}
