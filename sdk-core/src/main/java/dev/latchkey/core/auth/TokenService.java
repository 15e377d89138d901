package dev.latchkey.core.auth;

import dev.latchkey.core.ApiException;

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
     * Exchanges a refresh token for new tokens. Called only with tokens that have one. The request carries no access
     * token.
     *
     * @param tokens the current tokens
     * @return the new ones; a missing refresh token means that the old one goes on
     * @throws ApiException if the server refuses or cannot be reached
     */
    TokenGrant refresh(Tokens tokens);

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
     * Whether a failure of {@link #login} or {@link #refresh} means that the server will refuse the same again, as
     * opposed to an outage that passes.
     *
     * @param failure what was thrown
     * @return true if what was sent is worth nothing any more
     */
    boolean rejects(ApiException failure);
}
