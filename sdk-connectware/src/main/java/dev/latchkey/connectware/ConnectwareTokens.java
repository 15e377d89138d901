package dev.latchkey.connectware;

import dev.latchkey.core.ApiException;
import dev.latchkey.core.auth.LogoutResult;
import dev.latchkey.core.auth.Tokens;
import dev.latchkey.core.vendor.LoginAttempt;
import dev.latchkey.core.vendor.TokenGrant;
import dev.latchkey.core.vendor.TokenService;

/** The session's tokens. There are no refresh tokens: the session renews by logging in again. */
final class ConnectwareTokens implements TokenService {
    private final LoginRequests requests;
    private final MfaRequests secondSteps;

    ConnectwareTokens(LoginRequests requests, MfaRequests secondSteps) {
        this.requests = requests;
        this.secondSteps = secondSteps;
    }

    @Override
    public TokenGrant login(LoginAttempt attempt) {
        LoginAnswer answer = requests.login(attempt.credentials())
                .returning(LoginAnswer::read)
                .execute();
        if (answer.hasToken()) {
            return answer.grant();
        }
        SecondStep second = new SecondStep(secondSteps, attempt.credentials(), answer.secret());
        return second.complete(MfaCode.otp(attempt.oneTimePasswords().next()));
    }

    @Override
    public TokenGrant refresh(String refreshToken) {
        throw new UnsupportedOperationException("Connectware issues no refresh tokens.");
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

    /** What has no error code of the server's comes from something in front of it. */
    @Override
    public boolean rejects(ApiException failure) {
        return switch (failure.status().orElse(0)) {
            case 400, 401, 403, 422 -> failure.code().isPresent();
            default -> false;
        };
    }
}
