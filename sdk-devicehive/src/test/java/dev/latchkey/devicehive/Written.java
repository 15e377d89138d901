package dev.latchkey.devicehive;

import static dev.latchkey.testsupport.JsonTree.object;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.testsupport.JsonTree;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Values as the JSON that they were read from, member by member through their accessors. */
final class Written {
    private Written() {}

    static Map<String, Object> json(Object value) {
        if (value instanceof JwtTokens tokens) {
            return object("accessToken", tokens.accessToken(), "refreshToken", tokens.refreshToken());
        }
        JwtPayload payload = (JwtPayload) value;
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("tpc", payload.topic());
        json.put("a", ids(payload.actions()));
        json.put("e", payload.expiresAt().toString().replaceFirst("Z$", ".000"));
        json.put("t", payload.type() == JwtPayload.Type.ACCESS ? 1 : 0);
        return json;
    }

    /** Every claim of a server's token is decoded. */
    static void requireWholePayloads(Object value) {
        if (value instanceof JwtTokens tokens) {
            requireWholePayload(tokens.accessToken(), JwtPayload.Type.ACCESS);
            if (tokens.refreshToken() != null) {
                requireWholePayload(tokens.refreshToken(), JwtPayload.Type.REFRESH);
            }
        }
    }

    static String summary(Object value) {
        if (value instanceof JwtPayload payload) {
            return describe(payload);
        }
        JwtTokens tokens = (JwtTokens) value;
        JwtPayload access = tokens.accessPayload().orElseThrow();
        String refresh = tokens.refreshPayload()
                .map(payload -> ", refresh until " + payload.expiresAt())
                .orElse(", no refresh token");
        return describe(access) + refresh;
    }

    private static String describe(JwtPayload payload) {
        String owner = payload.isPlugin() ? payload.topic() : "user " + payload.userId();
        String scope = payload.isPlugin() ? "" : " n=" + payload.networkIds() + " dt=" + payload.deviceTypeIds();
        return owner + " " + payload.actions() + scope + " until " + payload.expiresAt();
    }

    private static void requireWholePayload(String token, JwtPayload.Type type) {
        JwtPayload payload = JwtPayload.decode(token).orElseThrow();
        assertThat(payload.type()).isEqualTo(type);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("a", ids(payload.actions()));
        json.put("e", payload.expiresAt().toEpochMilli());
        json.put("t", payload.type() == JwtPayload.Type.ACCESS ? 1 : 0);
        if (payload.isPlugin()) {
            json.put("tpc", payload.topic());
        } else {
            json.put("u", payload.userId());
            json.put("n", payload.networkIds());
            json.put("dt", payload.deviceTypeIds());
        }
        String claims = new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8);
        assertThat(JsonTree.of(Map.of("payload", json))).isEqualTo(JsonTree.parse(claims));
    }

    private static List<Integer> ids(List<Action> actions) {
        if (actions == null) {
            return null;
        }
        return new ArrayList<>(
                actions.stream().map(Action::id).map(OptionalInt::orElseThrow).toList());
    }
}
