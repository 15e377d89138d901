package dev.latchkey.webitel;

import dev.latchkey.core.ApiException;
import dev.latchkey.core.MfaRequiredException;
import dev.latchkey.core.UnauthorizedException;
import dev.latchkey.core.auth.Credentials;
import dev.latchkey.core.auth.LoginAttempt;
import dev.latchkey.core.auth.LogoutResult;
import dev.latchkey.core.auth.TokenGrant;
import dev.latchkey.core.auth.TokenService;
import dev.latchkey.core.auth.Tokens;
import dev.latchkey.core.http.HttpApi;
import org.jspecify.annotations.Nullable;

/** Pairs of token and key. The vendor has no refresh tokens, so a renewal is another login, which keeps the old pair alive. */
final class WebitelTokens implements TokenService {
    private final AuthRequests requests;

    WebitelTokens(HttpApi http) {
        this.requests = new AuthRequests(http);
    }

    @Override
    public TokenGrant login(LoginAttempt attempt) {
        try {
            return ask(attempt.credentials(), null);
        } catch (MfaRequiredException wanted) {
            return login(attempt.credentials(), attempt.oneTimePasswords().next());
        }
    }

    /** The password is right by now, or no code would have been asked for: what is refused is the code. */
    private TokenGrant login(Credentials credentials, String oneTimePassword) {
        try {
            return ask(credentials, oneTimePassword);
        } catch (UnauthorizedException refused) {
            if (!rejects(refused)) {
                throw refused;
            }
            throw new MfaRequiredException(
                    refused.failure().saying("The server refused the one-time password."), refused);
        }
    }

    @Override
    public TokenGrant refresh(String refreshToken) {
        throw new UnsupportedOperationException("Webitel issues no refresh tokens.");
    }

    @Override
    public LogoutResult logout(Tokens tokens) {
        requests.logout(tokens).execute();
        return LogoutResult.SERVER;
    }

    /** The server ends expired pairs too; of one that it does not know there is nothing left to end. */
    @Override
    public boolean logoutNeedsLiveToken() {
        return false;
    }

    @Override
    public boolean keepsReplacedTokens() {
        return true;
    }

    @Override
    public boolean rejects(ApiException failure) {
        return switch (failure.status().orElse(0)) {
            case 401 -> failure.serverMessage().isPresent(); // No words, or HTML: something in front of the server.
            // Told by the server's words as they came; those of the failure may be masked.
            case 400, 404 -> failure.failure().problem().equals(WebitelErrors.CREDENTIALS_REFUSED);
            default -> false;
        };
    }

    private TokenGrant ask(Credentials credentials, @Nullable String oneTimePassword) {
        return requests.login(credentials, oneTimePassword)
                .returning(LoginAnswer::grant)
                .execute();
    }
}
