package dev.latchkey.webitel;

import com.squareup.moshi.JsonAdapter;
import dev.latchkey.core.json.Json;
import dev.latchkey.core.json.RecordAdapter;

/**
 * What the engine wraps its answers in: {@code {"status": "OK", "info": …}}. The vendor's pages of 2016 call the member {@code
 * data}.
 */
record Wrapped<T>(T info) {

    /** The adapter of the whole answer, whose value is what is wrapped. */
    static <T> JsonAdapter<T> in(JsonAdapter<T> adapter) {
        RecordAdapter<Wrapped<T>> whole = RecordAdapter.of("Answer", r -> {
            var info = r.required("info", adapter, Wrapped<T>::info).alias("data");
            return in -> new Wrapped<>(in.get(info));
        });
        return Json.mapped(whole, Wrapped::info, Wrapped::new);
    }

    /** It may be a secret. */
    @Override
    public String toString() {
        return "Wrapped";
    }
}
