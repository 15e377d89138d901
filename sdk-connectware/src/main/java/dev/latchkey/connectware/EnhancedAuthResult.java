package dev.latchkey.connectware;

import dev.latchkey.core.json.Json;
import dev.latchkey.core.json.RecordAdapter;
import org.jspecify.annotations.Nullable;

/**
 * What the server tells the MQTT broker of a client. A refusal is an answer like any other. Any of these may be missing.
 *
 * @param result {@code ok} if the client may connect; null if the server gives an error instead
 * @param error why the client may not connect, such as {@code not_allowed}; null if the server gives none
 * @param modifiers how the client's connection shall be limited, or null
 */
public record EnhancedAuthResult(
        @Nullable String result,
        @Nullable String error,
        @Nullable BrokerModifiers modifiers) {
    static final RecordAdapter<EnhancedAuthResult> JSON = RecordAdapter.of("EnhancedAuthResult", r -> {
        var result = r.optional("result", Verdict.JSON, EnhancedAuthResult::verdict);
        var modifiers = r.optional("modifiers", BrokerModifiers.JSON, EnhancedAuthResult::modifiers);
        return in -> {
            Verdict verdict = in.get(result);
            return verdict == null
                    ? new EnhancedAuthResult(null, null, in.get(modifiers))
                    : new EnhancedAuthResult(verdict.result(), verdict.error(), in.get(modifiers));
        };
    });

    /**
     * Whether the client may connect.
     *
     * @return true for {@code ok} alone
     */
    public boolean isOk() {
        return "ok".equals(result);
    }

    private @Nullable Verdict verdict() {
        return result == null && error == null ? null : new Verdict(result, error);
    }

    /** A word, or an object with an error in it. */
    private record Verdict(
            @Nullable String result, @Nullable String error) {
        private static final RecordAdapter<Verdict> OBJECT = RecordAdapter.of("Verdict", r -> {
            var error = r.optional("error", Lenient.TEXT, Verdict::error);
            return in -> new Verdict(null, in.get(error));
        });

        static final com.squareup.moshi.JsonAdapter<Verdict> JSON = Json.stringOr(
                Json.mapped(Json.STRING, word -> new Verdict(word, null), verdict -> String.valueOf(verdict.result())),
                OBJECT);
    }
}
