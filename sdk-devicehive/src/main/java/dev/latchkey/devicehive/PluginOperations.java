package dev.latchkey.devicehive;

import dev.latchkey.core.ApiCall;
import dev.latchkey.core.MalformedResponseException;
import dev.latchkey.core.http.Answer;
import dev.latchkey.core.http.HttpApi;
import dev.latchkey.core.http.Repeat;
import java.io.IOException;

/**
 * The operations on plugins' tokens. They return what the server issued and never touch the client's own session.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class PluginOperations {
    private final HttpApi http;

    PluginOperations(HttpApi http) {
        this.http = http;
    }

    /**
     * Creates tokens for a plugin: {@code POST /token/plugin/create}. Needs {@link Action#MANAGE_PLUGIN}. Repeated only if the
     * server cannot have seen it. Its refresh token is used with {@link TokenOperations#refresh}.
     *
     * @param token for which plugin and what
     * @return a call that fails with {@link dev.latchkey.core.ForbiddenException} if there is no such topic, or if the plugin
     *     belongs to another user, also to an administrator who asks
     */
    public ApiCall<JwtTokens> createToken(NewPluginToken token) {
        return http.post("/token/plugin/create")
                .secretAnswer()
                .repeat(Repeat.ONCE)
                .json(NewPluginToken.JSON, token)
                .returning(JwtTokens.JSON);
    }

    /**
     * Has the server verify a plugin's access token: {@code GET /token/plugin/authenticate}. The token travels in the query, as
     * the server wants it, which proxies may log; it shows in no log and no error of this SDK. A server of 4.1.0 as it is shipped
     * refuses every token here (it lacks the configuration of a cache).
     *
     * @param token a plugin's access token
     * @return a call that yields what the token says, verified, and fails with {@link
     *     dev.latchkey.core.UnauthorizedException} if the token has expired, is a refresh token, or belongs to no plugin
     * @throws dev.latchkey.core.InvalidInputException if the token is blank
     */
    public ApiCall<JwtPayload> authenticate(String token) {
        return http.get("/token/plugin/authenticate")
                .anonymous()
                .secret()
                .repeat(Repeat.SAFE)
                .mask(Inputs.require("token", token))
                .query("token", token)
                .returning(PluginOperations::verified);
    }

    private static JwtPayload verified(Answer answer) throws IOException {
        JwtPayload payload = answer.json(JwtPayload.JSON);
        if (!payload.isPlugin()) {
            throw new MalformedResponseException(
                    answer.failure(
                            "The answer names no topic, so it is not what this operation documents.", null, null),
                    null);
        }
        return payload;
    }
}
