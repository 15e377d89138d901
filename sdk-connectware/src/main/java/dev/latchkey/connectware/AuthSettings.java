package dev.latchkey.connectware;

import com.squareup.moshi.JsonAdapter;
import dev.latchkey.core.http.Answer;
import dev.latchkey.core.json.Json;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How the server authenticates in one of its ways. The vendor's pages do not print the members; those of LDAP may hold a secret to
 * bind with, so none of them is shown.
 *
 * @param values the members that are texts, numbers or booleans, as text and by name; immutable
 * @param json all members, as the server sent them; a secret
 */
public record AuthSettings(Map<String, String> values, String json) {
    private static final JsonAdapter<Map<String, String>> VALUES = Json.mapOf(Json.lenient(Lenient.TEXT));

    /** Copies the map. */
    public AuthSettings {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    static AuthSettings read(Answer answer) throws IOException {
        return new AuthSettings(answer.json(VALUES), answer.text());
    }

    /**
     * Whether it is switched on, where there is a member {@code enabled} (inferred).
     *
     * @return empty if the server does not say so
     */
    public Optional<Boolean> enabled() {
        return Lenient.flag(values.get("enabled"));
    }

    /** The names of the members alone. */
    @Override
    public String toString() {
        return "AuthSettings" + values.keySet();
    }
}
