package dev.latchkey.core.http;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.squareup.moshi.JsonAdapter;
import dev.latchkey.core.TimeSource;
import dev.latchkey.core.json.Json;
import dev.latchkey.core.json.JsonCodec;
import dev.latchkey.core.json.JsonDecodingException;
import dev.latchkey.fuzz.Document;
import dev.latchkey.fuzz.Effort;
import dev.latchkey.fuzz.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import okhttp3.Headers;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is said of a time, it is a time or none. */
class TimesFuzzTest {
    private static final List<JsonAdapter<Instant>> ADAPTERS =
            List.of(Json.INSTANT, Json.INSTANT_LENIENT, Json.EPOCH_MILLIS);

    @MethodSource
    @FuzzTest
    void everyNotation(byte[] input) {
        Document document = Document.parse(input);
        String text = document.text();
        Effort effort = Effort.begin();
        for (JsonAdapter<Instant> adapter : ADAPTERS) {
            read(adapter, JsonCodec.encode(Json.STRING, text).utf8());
            read(adapter, text);
        }
        retryAfter(text, document.name());
        effort.end();
    }

    static Stream<Named<byte[]>> everyNotation() {
        return Samples.of(
                "Sun, 22 Nov 2026 03:45:48 GMT\nSun, 22 Nov 2026 03:46:48 GMT",
                "Sunday, 22-Nov-26 03:45:48 GMT\n120",
                "\n<<40|9>>",
                "Thu, 01 Jan 1970 00:00:00 GMT\nFri, 31 Dec 9999 23:59:59 GMT",
                "\n2026-11-22T03:45:48.123456789Z",
                "\n2026-11-22 03:45:48+05:30",
                "\n2026-11-22",
                "\n+999999999-12-31T23:59:59.999999999-18:00",
                "\n1795320286753",
                "\n-1e17",
                "\n9223372036854775807");
    }

    private static void read(JsonAdapter<Instant> adapter, String json) {
        Instant time;
        try {
            time = JsonCodec.decode(adapter, json);
        } catch (JsonDecodingException e) {
            return;
        }
        Instant again =
                JsonCodec.decode(adapter, JsonCodec.encode(adapter, time).utf8());
        if (!again.equals(adapter == Json.EPOCH_MILLIS ? Instant.ofEpochMilli(time.toEpochMilli()) : time)) {
            throw new AssertionError(time + " was written and read as " + again);
        }
    }

    private static void retryAfter(String value, String date) {
        Headers headers;
        try {
            headers = Headers.of("Retry-After", value, "Date", date);
        } catch (IllegalArgumentException e) {
            return; // no header at all
        }
        Response response = new Response.Builder()
                .request(new Request.Builder().url("http://127.0.0.1").build())
                .protocol(Protocol.HTTP_1_1)
                .code(503)
                .message("")
                .headers(headers)
                .build();
        Duration wait = RetryAfter.of(response, TimeSource.system());
        if (wait != null && wait.isNegative()) {
            throw new AssertionError("a wait of " + wait);
        }
    }
}
