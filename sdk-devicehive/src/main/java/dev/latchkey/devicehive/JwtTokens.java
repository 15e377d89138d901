package dev.latchkey.devicehive;

import com.squareup.moshi.JsonAdapter;
import dev.latchkey.core.json.Json;
import dev.latchkey.core.json.RecordAdapter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the server issues.
 *
 * @param accessToken goes with each call, for half an hour as a rule; a secret
 * @param refreshToken buys access tokens, for half a year as a rule, as often as wanted; a secret; null in the answer to a
 *     refresh, after which the old one goes on
 */
public record JwtTokens(String accessToken, @Nullable String refreshToken) {
    static final RecordAdapter<JwtTokens> JSON = RecordAdapter.of("JwtTokens", r -> {
        JsonAdapter<String> token = Json.mapped(Json.STRING, JwtTokens::requireSendable, text -> text);
        var access = r.required("accessToken", token, JwtTokens::accessToken);
        var refresh = r.optional("refreshToken", token, JwtTokens::refreshToken);
        return in -> new JwtTokens(in.get(access), in.get(refresh));
    });

    /**
     * What the access token says of itself.
     *
     * @return the payload, decoded and not verified; empty if the token is not readable
     */
    public Optional<JwtPayload> accessPayload() {
        return JwtPayload.decode(accessToken);
    }

    /**
     * What the refresh token says of itself.
     *
     * @return the payload, decoded and not verified; empty if there is no such token or it is not readable
     */
    public Optional<JwtPayload> refreshPayload() {
        return refreshToken == null ? Optional.empty() : JwtPayload.decode(refreshToken);
    }

    private static String requireSendable(String token) {
        if (token.isEmpty() || !token.chars().allMatch(c -> c > ' ' && c <= '~')) {
            throw new IllegalArgumentException("empty, or not visible ASCII");
        }
        return token;
    }

    /** Which tokens there are; never their values. */
    @Override
    public String toString() {
        return "JwtTokens[accessToken=***" + (refreshToken == null ? "]" : ", refreshToken=***]");
    }
}
