package dev.latchkey.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.squareup.moshi.JsonAdapter;
import dev.latchkey.core.json.JsonCodec;
import dev.latchkey.core.json.JsonDecodingException;
import dev.latchkey.core.json.RecordAdapter;
import java.io.IOException;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;
import okio.Buffer;
import okio.ByteString;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a document holds, an adapter reads a value and writes what it reads again, or says where it is wrong. */
class ModelsFuzzTest {
    @MethodSource
    @FuzzTest
    void everyAdapter(byte[] input) throws IOException {
        Document document = Document.parse(input);
        JsonAdapter<Object> adapter = Adapters.named(document.name());
        Effort effort = Effort.begin();
        Object value = read(adapter, document.content());
        if (adapter instanceof RecordAdapter<Object> record) {
            salvage(record, document.content(), value);
        }
        if (value != null) {
            writeAgain(adapter, value);
        }
        effort.end();
        Values.examine(value);
    }

    /** For each adapter the values of which it reads most. */
    static Stream<Named<byte[]>> everyAdapter() {
        Set<String> values = Samples.values();
        return Adapters.ALL.entrySet().stream()
                .flatMap(adapter -> values.stream()
                        .sorted(Comparator.comparingInt(json -> -richness(adapter.getValue(), json)))
                        .limit(2)
                        .map(json -> Samples.named(adapter.getKey(), adapter.getKey() + "\n" + json)));
    }

    private static int richness(JsonAdapter<Object> adapter, String json) {
        Object value = read(adapter, ByteString.encodeUtf8(json));
        ByteString written = value == null ? ByteString.EMPTY : written(adapter, value);
        return written == null ? json.length() : written.size();
    }

    static Object read(JsonAdapter<Object> adapter, ByteString document) {
        try {
            return JsonCodec.decode(adapter, new Buffer().write(document));
        } catch (JsonDecodingException e) {
            if (String.valueOf(e.getMessage()).contains(Secrets.MARKER)) {
                throw new AssertionError("the message shows a value", e);
            }
            return null;
        } catch (IOException e) {
            throw new AssertionError("a buffer does no I/O", e);
        }
    }

    /** Of a whole document no less is read than otherwise. */
    private static void salvage(RecordAdapter<Object> adapter, ByteString document, Object whole) throws IOException {
        try {
            Object salvaged = JsonCodec.salvage(adapter, new Buffer().write(document));
            if (whole != null && !whole.equals(salvaged)) {
                throw new AssertionError("salvaged " + salvaged + " of " + whole);
            }
        } catch (JsonDecodingException e) {
            if (whole != null) {
                throw new AssertionError("nothing was salvaged of a whole document", e);
            }
        }
    }

    private static void writeAgain(JsonAdapter<Object> adapter, Object value) throws IOException {
        ByteString once = written(adapter, value);
        Object again = once == null ? null : JsonCodec.decode(adapter, new Buffer().write(once));
        if (once != null && !once.equals(written(adapter, again))) {
            throw new AssertionError("written " + once.utf8() + ", and then " + written(adapter, again));
        }
    }

    private static ByteString written(JsonAdapter<Object> adapter, Object value) {
        try {
            return JsonCodec.encode(adapter, value);
        } catch (UnsupportedOperationException e) {
            return null; // of an answer that is never sent
        }
    }
}
