package dev.latchkey.core.vendor;

import dev.latchkey.core.ApiException;
import dev.latchkey.core.auth.LogoutResult;
import dev.latchkey.core.auth.Tokens;

/**
 * How a vendor issues, renews and ends tokens. A vendor module implements it; the session calls it, one call at a time,
 * on a thread of its own. Each method may block within the timeouts of its HTTP calls.
 */
public interface TokenService {

    /**
     * Exchanges credentials for tokens. Sent once, never repeated by itself.
     *
     * @param attempt the credentials, and where to ask for a one-time password
     * @return the tokens
     * @throws ApiException if the server refuses or cannot be reached
     */
    TokenGrant login(LoginAttempt attempt);

    /**
     * Exchanges a refresh token for new tokens. Never called where the vendor issues none. The request carries no access
     * token.
     *
     * @param refreshToken the current one
     * @return the new tokens; a missing refresh token means that the old one goes on
     * @throws ApiException if the server refuses or cannot be reached
     */
    TokenGrant refresh(String refreshToken);

    /**
     * Tells the server to forget these tokens.
     *
     * @param tokens to be revoked
     * @return {@link LogoutResult#SERVER} if the server has ended the session, {@code LOCAL_ONLY} if the vendor has no logout
     * @throws ApiException if the server refuses or cannot be reached
     */
    LogoutResult logout(Tokens tokens);

    /**
     * Whether a logout needs an access token that the server still accepts, so that an expired one is refreshed first.
     *
     * @return true if so
     */
    boolean logoutNeedsLiveToken();

    /**
     * Whether tokens that a new login replaces stay valid at the server. The session then logs the old ones out, as well as
     * it can, once no call of this client can carry them any more; not where a token store is given, whose other users may
     * still hold them.
     *
     * @return false unless the vendor keeps them
     */
    default boolean keepsReplacedTokens() {
        return false;
    }

    /**
     * Whether a failure of {@link #login} or {@link #refresh} means that the server will refuse the same again, as
     * opposed to an outage that passes. A refusal counts in the vendor's own format only: a 401 of HTML is that of something in
     * front of the server.
     *
     * @param failure what was thrown
     * @return true if what was sent is worth nothing any more
     */
    boolean rejects(ApiException failure);
}
