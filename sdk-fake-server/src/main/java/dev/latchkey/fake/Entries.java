package dev.latchkey.fake;

import dev.latchkey.fake.internal.Json;
import dev.latchkey.fake.internal.Masks;
import dev.latchkey.fake.internal.Router;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** Makes journal entries of requests. */
final class Entries {
    private static final int LONGEST_BODY = 8192;

    private Entries() {}

    static JournalEntry arrived(
            long number, Instant at, FakeRequest request, Router.@Nullable Match<FakeHandler> match) {
        Masks masks = new Masks();
        String path = match == null ? masks.unknownPath(request.rawPath()) : match.show(masks::value);
        String query = request.query().isEmpty() ? "" : "?" + masks.parameters(request.query());
        Map<String, String> headers = headers(request.headers(), masks);
        return new JournalEntry(
                number,
                at,
                request.method(),
                match == null ? "(no such endpoint)" : match.endpoint().path(),
                path + query,
                headers,
                body(request, masks),
                masks.fingerprints(),
                request.recorded().getConnectionIndex(),
                null,
                false,
                null,
                null);
    }

    private static Map<String, String> headers(Headers headers, Masks masks) {
        Map<String, String> shown = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 0; i < headers.size(); i++) {
            String name = headers.name(i);
            shown.merge(name, masks.value(name, headers.value(i)), (first, second) -> first + ", " + second);
        }
        return shown;
    }

    private static String body(FakeRequest request, Masks masks) {
        long size = request.recorded().getBodySize();
        if (size == 0) {
            return "";
        }
        String shown = shown(request, masks);
        if (shown == null) {
            return "(" + size + " bytes of " + request.header("Content-Type") + ")";
        }
        return shown.length() > LONGEST_BODY ? shown.substring(0, LONGEST_BODY) + "…" : shown;
    }

    private static @Nullable String shown(FakeRequest request, Masks masks) {
        if (request.hasContentType("application/x-www-form-urlencoded")) {
            return masks.parameters(request.form());
        }
        if (!request.hasContentType("application/json")) {
            return null;
        }
        try {
            return Json.text(masks.json(request.json()));
        } catch (Json.BadJson e) {
            return null;
        }
    }
}
