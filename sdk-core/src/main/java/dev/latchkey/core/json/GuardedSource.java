package dev.latchkey.core.json;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;
import okio.Source;

/**
 * Tells a failure of the source from the end of the document, for which the reader throws an {@code IOException} too. It also
 * hands out a large buffer piece by piece: the reader looks for the end of a number byte by byte, counting from an end of
 * what is buffered, which takes quadratic time when that is all there is.
 */
final class GuardedSource extends ForwardingSource {
    /** What is shorter cannot become too large: 87,000 elements at most. So most documents are not counted. */
    private static final long UNCOUNTED = 256 * 1024;

    private final BufferedSource buffered = Okio.buffer(this);
    private final JsonReader reader = JsonReader.of(buffered);
    private long handedOut;

    GuardedSource(Source source) {
        super(source);
    }

    /** What is read of this source, before the reader reads it. */
    BufferedSource buffered() {
        return buffered;
    }

    JsonReader reader() {
        return reader;
    }

    @Override
    public long read(Buffer sink, long byteCount) throws IOException {
        try {
            long read = super.read(sink, byteCount);
            count(read);
            return read;
        } catch (IOException e) {
            throw new Failure(e);
        }
    }

    private void count(long read) {
        boolean wasShort = handedOut <= UNCOUNTED;
        handedOut += read;
        if (wasShort && handedOut > UNCOUNTED) {
            Elements.limitIn(reader);
        }
    }

    /** What the source itself threw. */
    static final class Failure extends IOException {
        private static final long serialVersionUID = 1L;
        private final IOException thrown;

        Failure(IOException thrown) {
            super(thrown);
            this.thrown = thrown;
        }

        IOException thrown() {
            return thrown;
        }
    }
}
