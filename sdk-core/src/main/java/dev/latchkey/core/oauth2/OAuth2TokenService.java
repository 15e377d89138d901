package dev.latchkey.core.oauth2;

import dev.latchkey.core.ApiCall;
import dev.latchkey.core.ApiException;
import dev.latchkey.core.auth.LogoutResult;
import dev.latchkey.core.auth.Tokens;
import dev.latchkey.core.http.Answer;
import dev.latchkey.core.http.Endpoint;
import dev.latchkey.core.json.RecordAdapter;
import dev.latchkey.core.vendor.LoginAttempt;
import dev.latchkey.core.vendor.TokenGrant;
import dev.latchkey.core.vendor.TokenService;
import java.io.IOException;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A session's tokens from an OAuth 2 token endpoint: the password grant logs in, the refresh token grant renews.
 *
 * <p><b>Rejected</b>, so that the same is not sent again, is each 400, 401, 403 or 422 with an error code of section 5.2 of
 * RFC 6749, or the {@code invalid_credentials} of older servers. That includes {@code invalid_request}: some servers say it of a refresh token that is revoked or cannot be
 * decrypted, and of a login it means that a parameter is missing, which sending it again does not mend. <b>Transient</b> is
 * everything else: failures of the connection, 429, 5xx, answers that are no token answer, and refusals without a code,
 * which come from something in front of the server.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class OAuth2TokenService implements TokenService {
    private static final Set<String> FINAL_CODES = Set.of(
            "invalid_request",
            "invalid_client",
            "invalid_grant",
            "invalid_credentials",
            "unauthorized_client",
            "unsupported_grant_type",
            "invalid_scope");

    private final TokenEndpoint endpoint;
    private final @Nullable KeptProfile<?> profile;
    private final @Nullable Function<Tokens, ? extends ApiCall<?>> logout;
    private final boolean logoutNeedsLiveToken;

    private OAuth2TokenService(
            TokenEndpoint endpoint,
            @Nullable KeptProfile<?> profile,
            @Nullable Function<Tokens, ? extends ApiCall<?>> logout,
            boolean logoutNeedsLiveToken) {
        this.endpoint = endpoint;
        this.profile = profile;
        this.logout = logout;
        this.logoutNeedsLiveToken = logoutNeedsLiveToken;
    }

    /**
     * A service that keeps no profile, for a server that has no logout.
     *
     * @param endpoint issues the tokens
     * @return the service
     */
    public static OAuth2TokenService of(TokenEndpoint endpoint) {
        return new OAuth2TokenService(endpoint, null, null, false);
    }

    /**
     * The same service, which keeps with the session what a token answer tells about the user. An answer without any such
     * member leaves what is kept; one that cannot be read costs the profile, never the tokens.
     *
     * @param adapter of a record whose members may all be missing; nothing else of the answer is kept
     * @return the service
     */
    public OAuth2TokenService withProfile(RecordAdapter<?> adapter) {
        return new OAuth2TokenService(endpoint, KeptProfile.of(adapter), logout, logoutNeedsLiveToken);
    }

    /**
     * The same service, for a server that ends a session whose access token has expired.
     *
     * @param call tells the server to forget these tokens
     * @return the service
     */
    public OAuth2TokenService withLogout(Function<Tokens, ? extends ApiCall<?>> call) {
        return new OAuth2TokenService(endpoint, profile, call, false);
    }

    /**
     * The same service, for a server that ends a session only if its access token is still accepted; an expired one is
     * refreshed first.
     *
     * @param call tells the server to forget these tokens
     * @return the service
     */
    public OAuth2TokenService withBearerLogout(Function<Tokens, ? extends ApiCall<?>> call) {
        return new OAuth2TokenService(endpoint, profile, call, true);
    }

    @Override
    public TokenGrant login(LoginAttempt attempt) {
        return ask(endpoint.password(attempt.credentials()));
    }

    @Override
    public TokenGrant refresh(String refreshToken) {
        return ask(endpoint.refresh(refreshToken));
    }

    @Override
    public LogoutResult logout(Tokens tokens) {
        if (logout == null) {
            return LogoutResult.LOCAL_ONLY;
        }
        logout.apply(tokens).execute();
        return LogoutResult.SERVER;
    }

    @Override
    public boolean logoutNeedsLiveToken() {
        return logoutNeedsLiveToken;
    }

    @Override
    public boolean rejects(ApiException failure) {
        return switch (failure.status().orElse(0)) {
            case 400, 401, 403, 422 ->
                failure.code().filter(FINAL_CODES::contains).isPresent();
            default -> false;
        };
    }

    private TokenGrant ask(Endpoint grant) {
        return grant.returning(this::read).execute();
    }

    private TokenGrant read(Answer answer) throws IOException {
        IssuedToken issued = IssuedToken.read(answer);
        return TokenGrant.lasting(
                issued.tokens(), issued.lifetime(), profile == null ? null : profile.in(answer.text()));
    }
}
