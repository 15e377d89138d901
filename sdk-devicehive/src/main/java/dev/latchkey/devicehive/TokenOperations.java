package dev.latchkey.devicehive;

import dev.latchkey.core.ApiCall;
import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.auth.Credentials;
import dev.latchkey.core.http.HttpApi;
import dev.latchkey.core.http.Repeat;

/**
 * The operations on users' tokens as the vendor documents them. They return what the server issued and never touch the
 * client's own session: {@link DeviceHiveClient#session()} logs the client itself in and out.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class TokenOperations {
    private final HttpApi http;
    private final TokenRequests requests;
    private final boolean legacy;

    TokenOperations(HttpApi http, boolean legacy) {
        this.http = http;
        this.requests = new TokenRequests(http);
        this.legacy = legacy;
    }

    /**
     * Exchanges a user's name and password for tokens: {@code POST /token}. Never repeated by itself, since the server locks the
     * user at the tenth wrong password.
     *
     * @param login who logs in; the case counts
     * @param password that user's password
     * @return a call that fails with {@link dev.latchkey.core.UnauthorizedException} if the server refuses them, also if the
     *     user is locked
     * @throws InvalidInputException if one of them is blank
     */
    public ApiCall<JwtTokens> login(String login, String password) {
        return requests.login(new Credentials(login, password))
                .repeat(Repeat.NEVER)
                .returning(JwtTokens.JSON);
    }

    /**
     * Creates tokens for a user, with chosen rights: {@code POST /token/create}. Needs {@link Action#MANAGE_TOKEN}, which is as
     * strong as an administrator: the server does not check whose tokens are asked for. Repeated only if the server cannot have
     * seen it.
     *
     * @param token for whom and what; see there for how an empty set of actions becomes all of them
     * @return a call that fails with {@link dev.latchkey.core.NotFoundException} if there is no such user, and with {@link
     *     dev.latchkey.core.ForbiddenException} if the user is not active or the client's own token has no {@code ManageToken}
     * @throws InvalidInputException if this server would ignore a part of it: {@code deviceIds} outside legacy mode; device
     *     types, a refresh expiration, or actions without a name in it
     */
    public ApiCall<JwtTokens> create(NewToken token) {
        return http.post("/token/create")
                .secretAnswer()
                .repeat(Repeat.ONCE)
                .json(NewTokenBody.JSON, legacy ? Legacy.require(token.body()) : Legacy.refuse(token.body()))
                .returning(JwtTokens.JSON);
    }

    /**
     * Buys a new access token: {@code POST /token/refresh}. The server does not rotate: the refresh token stays as it is and
     * buys as many as wanted until it expires, so nothing is spent and nothing is lost. The client's own refresh token may
     * be given too, for a second access token beside that of the session.
     *
     * @param refreshToken of a user or of a plugin
     * @return a call that yields an access token alone, and fails with {@link dev.latchkey.core.UnauthorizedException} if the
     *     server refuses the refresh token
     * @throws InvalidInputException if the token is blank
     */
    public ApiCall<JwtTokens> refresh(String refreshToken) {
        return requests.refresh(Inputs.require("refresh token", refreshToken))
                .repeat(Repeat.IDEMPOTENT)
                .returning(JwtTokens.JSON);
    }
}
