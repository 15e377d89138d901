package dev.latchkey.core.http;

import okio.Buffer;
import okio.Source;
import okio.Timeout;

/**
 * Reads a buffer and leaves it as it is. The bytes are copied into pooled segments: a clone of the buffer would share its
 * segments, which are then lost to the pool, at 8 KiB of garbage a call.
 */
final class BufferView implements Source {
    private final Buffer buffer;
    private long position;

    BufferView(Buffer buffer) {
        this.buffer = buffer;
    }

    @Override
    public long read(Buffer sink, long byteCount) {
        if (position >= buffer.size()) {
            return -1;
        }
        try (Buffer.UnsafeCursor cursor = buffer.readUnsafe(new Buffer.UnsafeCursor())) {
            cursor.seek(position);
            int length = (int) Math.min(byteCount, cursor.end - cursor.start);
            sink.write(cursor.data, cursor.start, length);
            position += length;
            return length;
        }
    }

    @Override
    public Timeout timeout() {
        return Timeout.NONE;
    }

    @Override
    public void close() {}
}
