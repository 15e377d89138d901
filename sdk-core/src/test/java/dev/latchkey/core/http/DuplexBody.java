package dev.latchkey.core.http;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;

/** May be written while the answer is read already, and so is never sent twice. */
final class DuplexBody extends RequestBody {
    @Override
    public MediaType contentType() {
        return null;
    }

    @Override
    public boolean isDuplex() {
        return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        sink.writeUtf8("both ways");
        sink.close();
    }
}
