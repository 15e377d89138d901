package dev.latchkey.fake.devicehive;

import dev.latchkey.fake.FakeResponse;
import java.util.Map;

/** The headers of all answers that have passed the server's security filter. */
final class CommonHeaders {
    private static final Map<String, String> HEADERS = Map.ofEntries(
            Map.entry("Access-Control-Allow-Credentials", "true"),
            Map.entry(
                    "Access-Control-Allow-Headers",
                    "Origin, Authorization, Accept, Content-Type, Auth-DeviceID, Auth-DeviceKey"),
            Map.entry("Access-Control-Allow-Methods", "OPTIONS, GET, POST, PUT, DELETE, HEAD"),
            Map.entry("Access-Control-Allow-Origin", "*"),
            Map.entry("Access-Control-Max-Age", "0"),
            Map.entry("Cache-Control", "no-cache, no-store, max-age=0, must-revalidate"),
            Map.entry("Expires", "0"),
            Map.entry("Pragma", "no-cache"),
            Map.entry("X-Content-Type-Options", "nosniff"),
            Map.entry("X-Frame-Options", "DENY"),
            Map.entry("X-XSS-Protection", "1; mode=block"));

    private CommonHeaders() {}

    /** The answer with these headers; a refused {@code Authorization} header's empty 500 has none. */
    static FakeResponse on(FakeResponse answer) {
        if (answer.status() == 500 && answer.header("Content-Type") == null) {
            return answer;
        }
        FakeResponse dressed = answer;
        for (Map.Entry<String, String> header : HEADERS.entrySet()) {
            if (answer.header(header.getKey()) == null) {
                dressed = dressed.header(header.getKey(), header.getValue());
            }
        }
        return dressed;
    }
}
