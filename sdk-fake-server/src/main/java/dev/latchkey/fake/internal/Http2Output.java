package dev.latchkey.fake.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What MockWebServer sends over HTTP/2: puts in what a fault wants, and tells the connection of streams that end. */
final class Http2Output extends OutputStream {
    private final OutputStream out;
    private final Connection connection;
    private final ByteArrayOutputStream passed = new ByteArrayOutputStream();
    private final byte[] head = new byte[Frame.HEAD];
    private final List<Integer> ended = new ArrayList<>();
    private int headSize;
    private int payloadLeft;
    private int ending;
    private boolean dropped;

    Http2Output(OutputStream out, Connection connection) {
        this.out = out;
        this.connection = connection;
    }

    @Override
    public void write(int oneByte) throws IOException {
        write(new byte[] {(byte) oneByte}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        Runnable last = null;
        for (int i = offset; i < offset + length && last == null; ) {
            if (payloadLeft > 0) {
                int part = Math.min(payloadLeft, offset + length - i);
                if (!dropped) {
                    passed.write(bytes, i, part);
                }
                payloadLeft -= part;
                i += part;
            } else {
                head[headSize++] = bytes[i++];
                last = headSize == Frame.HEAD ? passHead() : null;
            }
            if (ending != 0 && payloadLeft == 0) {
                ended.add(ending);
                ending = 0;
            }
        }
        out.write(passed.toByteArray());
        passed.reset();
        ended.forEach(connection::ended);
        ended.clear();
        if (last != null) {
            last.run();
        }
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    /** Returns what ends the connection, or null if it goes on. */
    private @Nullable Runnable passHead() {
        Frame frame = Frame.read(head);
        headSize = 0;
        payloadLeft = frame.length();
        ending = frame.endsStream() ? frame.stream() : 0;
        Substitute substitute = frame.type() == Frame.HEADERS ? connection.substituteFor(frame.stream()) : null;
        dropped = substitute != null && !substitute.answers();
        if (substitute != null) {
            passed.writeBytes(substitute.frames().toByteArray());
        }
        if (!dropped) {
            passed.writeBytes(head);
        }
        return substitute == null ? null : substitute.end();
    }
}
