package dev.latchkey.core.http;

import dev.latchkey.core.ApiException;
import dev.latchkey.core.auth.LogoutResult;
import dev.latchkey.core.auth.Tokens;
import dev.latchkey.core.vendor.LoginAttempt;
import dev.latchkey.core.vendor.TokenGrant;
import dev.latchkey.core.vendor.TokenService;

/** A vendor's token requests under a limit of their own. */
final class LimitedTokenService implements TokenService {
    private final TokenService vendors;
    private final TokenLimit limit;

    LimitedTokenService(TokenService vendors, TokenLimit limit) {
        this.vendors = vendors;
        this.limit = limit;
    }

    @Override
    public TokenGrant login(LoginAttempt attempt) {
        return limit.within(() -> vendors.login(attempt));
    }

    @Override
    public TokenGrant refresh(String refreshToken) {
        return limit.within(() -> vendors.refresh(refreshToken));
    }

    @Override
    public LogoutResult logout(Tokens tokens) {
        return limit.within(() -> vendors.logout(tokens));
    }

    @Override
    public boolean logoutNeedsLiveToken() {
        return vendors.logoutNeedsLiveToken();
    }

    @Override
    public boolean keepsReplacedTokens() {
        return vendors.keepsReplacedTokens();
    }

    @Override
    public boolean rejects(ApiException failure) {
        return vendors.rejects(failure);
    }
}
