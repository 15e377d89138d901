package dev.latchkey.controlbyweb;

import com.squareup.moshi.JsonAdapter;
import dev.latchkey.core.json.Json;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A token that lets whoever has it read and switch one device, without a login.
 *
 * @param token a secret
 * @param others what else the server says of it, as text and by name; what that is, is not known. Immutable
 */
public record DeviceAccessToken(String token, Map<String, String> others) {
    private static final String TOKEN = "token";

    static final JsonAdapter<DeviceAccessToken> JSON = Json.mapped(
            Json.mapOf(Json.lenient(Json.STRING_LENIENT)), DeviceAccessToken::of, DeviceAccessToken::members);

    static final JsonAdapter<List<DeviceAccessToken>> LIST = Json.listOf(JSON);

    /** Copies the map. */
    public DeviceAccessToken {
        others = Collections.unmodifiableMap(new LinkedHashMap<>(others));
    }

    private static DeviceAccessToken of(Map<String, String> members) {
        Map<String, String> others = new LinkedHashMap<>(members);
        String token = others.remove(TOKEN);
        if (token == null) {
            throw new IllegalArgumentException("it has no token");
        }
        return new DeviceAccessToken(token, others);
    }

    private Map<String, String> members() {
        Map<String, String> members = new LinkedHashMap<>();
        members.put(TOKEN, token);
        members.putAll(others);
        return members;
    }

    /** The names of the others alone: one of them might hold the token too. */
    @Override
    public String toString() {
        return "DeviceAccessToken[token=***, others=" + others.keySet() + "]";
    }
}
