package dev.latchkey.connectware;

import dev.latchkey.core.ApiCall;
import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.http.HttpApi;
import dev.latchkey.core.json.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Users, their tokens, certificates and roles.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class Users {
    private final HttpApi http;
    private final QueryNames names;

    Users(HttpApi http, QueryNames names) {
        this.http = http;
        this.names = names;
    }

    /**
     * The tokens that a user has been issued: {@code GET /api/users/{id}/tokens}.
     *
     * @param userId id of the user
     * @return a call that yields an immutable list in the server's order, without the tokens themselves
     * @throws InvalidInputException if the id is blank
     */
    public ApiCall<List<TokenInfo>> listTokens(String userId) {
        return http.get("/api/users/{id}/tokens", userId).returning(Json.listOf(TokenInfo.JSON));
    }

    /**
     * Ends all tokens of a user: {@code DELETE /api/users/{id}/tokens}.
     *
     * @param userId id of the user
     * @return a call without a value
     * @throws InvalidInputException if the id is blank
     */
    public ApiCall<@Nullable Void> deleteAllTokens(String userId) {
        return http.delete("/api/users/{id}/tokens", userId).returningNothing();
    }

    /**
     * Ends one token of a user: {@code DELETE /api/users/{id}/tokens}. The server has to be told which by a query parameter whose
     * name the vendor does not document; by a wrong one it is told nothing, and deletes <em>all</em> tokens of the user. So this
     * works only once {@link ConnectwareClientBuilder#tokenIdParameter} has been told the name.
     *
     * @param userId id of the user
     * @param tokenId the token, probably its {@link TokenInfo#fingerprint}
     * @return a call without a value
     * @throws InvalidInputException if an id is blank, or the parameter has no name
     */
    public ApiCall<@Nullable Void> deleteToken(String userId, String tokenId) {
        String parameter = names.tokenId();
        if (parameter == null) {
            throw new InvalidInputException(
                    "What the parameter for the token's id is called is not documented, and a server"
                            + " that is told by another name deletes all tokens of the user. Find out what your server calls it, and"
                            + " build the client with tokenIdParameter(…).");
        }
        return http.delete("/api/users/{id}/tokens", userId)
                .query(parameter, Inputs.require("token's id", tokenId))
                .returningNothing();
    }
}
