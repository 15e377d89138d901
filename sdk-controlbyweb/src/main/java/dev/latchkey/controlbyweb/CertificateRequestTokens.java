package dev.latchkey.controlbyweb;

import dev.latchkey.core.ApiCall;
import dev.latchkey.core.http.HttpApi;
import dev.latchkey.core.http.Repeat;
import java.util.List;

/**
 * The certificate request tokens of one account: with such a token, devices join the account. A user reaches the tokens of
 * the user's own account and of its child accounts. What the server answers for others is not documented: presumably calls
 * fail with {@link dev.latchkey.core.ForbiddenException}, or with {@link dev.latchkey.core.NotFoundException}.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class CertificateRequestTokens {
    private final HttpApi http;
    private final long accountId;

    CertificateRequestTokens(HttpApi http, long accountId) {
        this.http = http;
        this.accountId = accountId;
    }

    /**
     * All tokens of the account: {@code GET /v1/accounts/{AccountId}/tokens}.
     *
     * @return a call that yields an immutable list in the server's order
     */
    public ApiCall<List<CertificateRequestToken>> list() {
        return http.get("/v1/accounts/{AccountId}/tokens", accountId)
                .secret()
                .returning(CertificateRequestTokenList.JSON);
    }

    /**
     * Creates a token: {@code POST /v1/accounts/{AccountId}/tokens/create}. Repeated only if the server cannot have seen
     * it.
     *
     * @return a call that yields the token, whose id the server does not tell here
     */
    public ApiCall<CertificateRequestToken> create() {
        return http.post("/v1/accounts/{AccountId}/tokens/create", accountId)
                .secret()
                .repeat(Repeat.ONCE)
                .returning(CertificateRequestToken.JSON);
    }

    /**
     * Makes a token invalid at once: {@code DELETE /v1/accounts/{AccountId}/tokens/{Token}}.
     *
     * @param token the token itself, {@link CertificateRequestToken#token()}, and not its {@link CertificateRequestToken#id()}
     * @return a call that fails with {@link dev.latchkey.core.NotFoundException} if the account has no such token, an id for
     *     instance; so may a call that was repeated after its first answer was lost
     * @throws dev.latchkey.core.InvalidInputException if the token is blank
     */
    public ApiCall<Confirmation> delete(String token) {
        return http.delete("/v1/accounts/{AccountId}/tokens/{Token}", accountId, Inputs.require("token", token))
                .secret()
                .mask(token)
                .returning(Confirmation::read);
    }
}
