package dev.latchkey.core.json;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Okio;
import okio.Source;

/**
 * Tells a failure of the source from the end of the document, for which the reader throws an {@code IOException} too. It also
 * hands out a large buffer piece by piece: the reader looks for the end of a number byte by byte, counting from an end of
 * what is buffered, which takes quadratic time when that is all there is.
 */
final class GuardedSource extends ForwardingSource {
    GuardedSource(Source source) {
        super(source);
    }

    static JsonReader reader(Source source) {
        return JsonReader.of(Okio.buffer(new GuardedSource(source)));
    }

    @Override
    public long read(Buffer sink, long byteCount) throws IOException {
        try {
            return super.read(sink, byteCount);
        } catch (IOException e) {
            throw new Failure(e);
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
