package dev.latchkey.devicehive;

import dev.latchkey.core.ApiException;
import dev.latchkey.core.auth.LoginAttempt;
import dev.latchkey.core.auth.LogoutResult;
import dev.latchkey.core.auth.TokenGrant;
import dev.latchkey.core.auth.TokenService;
import dev.latchkey.core.auth.Tokens;
import dev.latchkey.core.http.Answer;
import dev.latchkey.core.http.Endpoint;
import dev.latchkey.core.http.HttpApi;
import dev.latchkey.core.http.Repeat;
import java.io.IOException;
import java.time.Instant;

/** The session's tokens. */
final class DeviceHiveTokens implements TokenService {
    private final TokenRequests requests;

    DeviceHiveTokens(HttpApi http) {
        this.requests = new TokenRequests(http);
    }

    @Override
    public TokenGrant login(LoginAttempt attempt) {
        return ask(requests.login(attempt.credentials()));
    }

    @Override
    public TokenGrant refresh(String refreshToken) {
        return ask(requests.refresh(refreshToken));
    }

    /** The server has no logout. */
    @Override
    public LogoutResult logout(Tokens tokens) {
        return LogoutResult.LOCAL_ONLY;
    }

    @Override
    public boolean logoutNeedsLiveToken() {
        return false;
    }

    /** The server's own errors repeat the status as their code; what does not, comes from something in front of it. */
    @Override
    public boolean rejects(ApiException failure) {
        int status = failure.status().orElse(0);
        return switch (status) {
            case 400, 401, 403, 422 ->
                failure.code().filter(String.valueOf(status)::equals).isPresent();
            // Told by the server's words as they came; those of the failure may be masked.
            case 500 -> failure.failure().problem().equals(DeviceHiveErrors.NO_TOKEN);
            default -> false;
        };
    }

    private static TokenGrant ask(Endpoint request) {
        return request.repeat(Repeat.NEVER).returning(DeviceHiveTokens::read).execute();
    }

    private static TokenGrant read(Answer answer) throws IOException {
        JwtTokens issued = answer.json(JwtTokens.JSON);
        Tokens tokens = new Tokens(issued.accessToken(), issued.refreshToken(), null);
        Instant expiresAt = issued.accessPayload().map(JwtPayload::expiresAt).orElse(null);
        return expiresAt == null
                ? TokenGrant.lasting(tokens, null, null)
                : TokenGrant.until(tokens, expiresAt, answer.serverTime(), null);
    }
}
