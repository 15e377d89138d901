package dev.latchkey.core.http;

import dev.latchkey.core.ApiException;
import dev.latchkey.core.auth.LogoutResult;
import dev.latchkey.core.auth.Tokens;
import dev.latchkey.core.vendor.LoginAttempt;
import dev.latchkey.core.vendor.TokenGrant;
import dev.latchkey.core.vendor.TokenService;

/** Gets its tokens from {@code POST /token} of the same server, through the same pipeline. */
final class RemoteTokens implements TokenService {
    private final HttpApi http;

    RemoteTokens(HttpApi http) {
        this.http = http;
    }

    @Override
    public TokenGrant login(LoginAttempt attempt) {
        return issued("password", attempt.credentials().password());
    }

    @Override
    public TokenGrant refresh(String refreshToken) {
        return issued("refresh_token", refreshToken);
    }

    private TokenGrant issued(String name, String secret) {
        String token = http.post("/token")
                .secretForm(name, secret)
                .anonymous()
                .repeat(Repeat.NEVER)
                .returningText()
                .execute();
        return TokenGrant.lasting(new Tokens(token, TestVendor.LEAK + "-refresh-of-" + token, null), null, null);
    }

    @Override
    public LogoutResult logout(Tokens tokens) {
        http.post("/logout").as(tokens).returningNothing().execute();
        return LogoutResult.SERVER;
    }

    @Override
    public boolean logoutNeedsLiveToken() {
        return false;
    }

    @Override
    public boolean rejects(ApiException failure) {
        return failure.status().orElse(0) == 401;
    }
}
