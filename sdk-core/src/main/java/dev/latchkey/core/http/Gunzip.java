package dev.latchkey.core.http;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.GzipSource;
import okio.Okio;
import okio.Source;
import org.jspecify.annotations.Nullable;

/**
 * Unpacks answers before OkHttp does, which takes a header of gzip without end into memory. So the packed bytes have a limit
 * too. Like OkHttp it leaves those alone whose request was told what to accept.
 */
final class Gunzip {
    private static final long FOR_HEADERS = 64 * 1024;

    private final long maxBytes;

    Gunzip(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    Response unpacked(Execution execution, Response response) {
        if (!isGzip(response.header("Content-Encoding")) || !isUnpacked(response.request())) {
            return response;
        }
        ResponseBody packed = response.body();
        if (packed.contentLength() == 0) {
            return response.newBuilder().removeHeader("Content-Encoding").build();
        }
        Source limited = new Limited(packed.source(), execution, response.code());
        return response.newBuilder()
                .removeHeader("Content-Encoding")
                .removeHeader("Content-Length")
                .body(new Unpacked(packed, Okio.buffer(new GzipOrNothing(limited))))
                .build();
    }

    private static boolean isGzip(@Nullable String encoding) {
        return encoding != null && (encoding.equalsIgnoreCase("gzip") || encoding.equalsIgnoreCase("x-gzip"));
    }

    /** What OkHttp sends where the request says nothing. An answer to HEAD tells what that to GET would be. */
    private static boolean isUnpacked(Request request) {
        return "gzip".equals(request.header("Accept-Encoding"))
                && request.header("Range") == null
                && !request.method().equals("HEAD");
    }

    private final class Limited extends ForwardingSource {
        private final Execution execution;
        private final int status;
        private long left = maxBytes + Math.min(FOR_HEADERS, Long.MAX_VALUE - maxBytes);

        Limited(Source packed, Execution execution, int status) {
            super(packed);
            this.execution = execution;
            this.status = status;
        }

        @Override
        public long read(Buffer sink, long byteCount) throws IOException {
            long read = super.read(sink, byteCount);
            left -= read;
            if (left < 0) {
                throw TooLarge.packing(execution, status, maxBytes);
            }
            return read;
        }
    }

    /** A body of no bytes has no header of gzip either. */
    private static final class GzipOrNothing extends ForwardingSource {
        private final BufferedSource packed;
        private boolean begun;

        private GzipOrNothing(BufferedSource packed) {
            super(new GzipSource(packed));
            this.packed = packed;
        }

        GzipOrNothing(Source packed) {
            this(Okio.buffer(packed));
        }

        @Override
        public long read(Buffer sink, long byteCount) throws IOException {
            if (!begun && packed.exhausted()) {
                return -1;
            }
            begun = true;
            return super.read(sink, byteCount);
        }
    }

    private static final class Unpacked extends ResponseBody {
        private final ResponseBody packed;
        private final BufferedSource source;

        Unpacked(ResponseBody packed, BufferedSource source) {
            this.packed = packed;
            this.source = source;
        }

        @Override
        public @Nullable MediaType contentType() {
            return packed.contentType();
        }

        @Override
        public long contentLength() {
            return -1;
        }

        @Override
        public BufferedSource source() {
            return source;
        }
    }
}
