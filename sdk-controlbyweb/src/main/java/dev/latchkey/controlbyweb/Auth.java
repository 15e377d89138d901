package dev.latchkey.controlbyweb;

import dev.latchkey.core.ApiCall;
import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.auth.Credentials;
import dev.latchkey.core.auth.Session;
import dev.latchkey.core.auth.Tokens;
import dev.latchkey.core.http.HttpApi;
import dev.latchkey.core.http.Repeat;

/**
 * The authentication operations as the vendor documents them. They return what the server answered and never touch the
 * client's own session: {@link ControlByWebClient#session()} logs the client itself in and out.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class Auth {
    private final HttpApi http;
    private final AuthRequests requests;
    private final String resetPasswordPath;

    Auth(HttpApi http, String resetPasswordPath) {
        this.http = http;
        this.requests = new AuthRequests(http);
        this.resetPasswordPath = resetPasswordPath;
    }

    /**
     * Exchanges a user's name and password for tokens: {@code POST /v1/auth/token}. Never repeated by itself.
     *
     * @param username who logs in
     * @param password that user's password
     * @return a call that fails with {@link dev.latchkey.core.BadRequestException} and the code {@code invalid_grant} if
     *     the server refuses them
     * @throws InvalidInputException if one of them is blank
     */
    public ApiCall<TokenAnswer> login(String username, String password) {
        return requests.tokens().password(new Credentials(username, password)).returning(TokenAnswer::read);
    }

    /**
     * Exchanges a refresh token for the next pair: {@code POST /v1/auth/token}. The documentation does not say what becomes of
     * the old pair; count on both its tokens being dead at once, as with the software that the server shows every sign of
     * being made with. Never repeated by itself, since a second attempt would spend a token that may be dead already.
     *
     * @param refreshToken one that a {@link #login} returned
     * @return a call that fails with {@link dev.latchkey.core.UnauthorizedException}, or with {@link
     *     dev.latchkey.core.BadRequestException} and the code {@code invalid_grant}, if the server refuses the token
     * @throws InvalidInputException if the token is blank, or belongs to the client's session, which would lose it: call
     *     {@link Session#renew()} instead
     */
    public ApiCall<TokenAnswer> refresh(String refreshToken) {
        if (http.isOwnRefreshToken(Inputs.require("refresh token", refreshToken))) {
            throw new InvalidInputException(
                    "This refresh token belongs to the client's own session, which would lose it."
                            + " Call session().renew() instead.");
        }
        return requests.tokens().refresh(refreshToken).returning(TokenAnswer::read);
    }

    /**
     * Invalidates an access token and its refresh token: {@code POST /v1/auth/logout}.
     *
     * @param accessToken one that a {@link #login} returned
     * @return a call that fails with {@link dev.latchkey.core.UnauthorizedException} if the token has expired or was
     *     revoked before
     * @throws InvalidInputException if the token is blank or cannot be sent, or belongs to the client's session: call
     *     {@link Session#logout()} instead
     */
    public ApiCall<Confirmation> logout(String accessToken) {
        if (http.isOwnAccessToken(Inputs.require("access token", accessToken))) {
            throw new InvalidInputException("This access token belongs to the client's own session, which would go on"
                    + " without knowing. Call session().logout() instead.");
        }
        return requests.logout(new Tokens(accessToken, null, null));
    }

    /**
     * Has the server send a mail with a link, and in it a token, for {@link #resetPassword}: {@code POST
     * /v1/auth/reset-password}. Repeated only if the server cannot have seen it.
     *
     * @param email of a user who has forgotten the password
     * @return a call that fails with {@link dev.latchkey.core.BadRequestException} if no mail is sent, whatever the status
     *     of the answer; its code, if the server sends one, is for instance {@code passwords.user} or {@code
     *     passwords.throttled}
     * @throws InvalidInputException if the address is blank
     */
    public ApiCall<Confirmation> requestPasswordReset(String email) {
        return http.post("/v1/auth/reset-password")
                .anonymous()
                .repeat(Repeat.ONCE)
                .form("email", Inputs.require("email address", email))
                .returning(PasswordResetOutcome.MAIL_SENT);
    }

    /**
     * Sets a new password with the token of a reset mail: {@code POST /v1/auth/reset/password}. Never repeated by itself.
     *
     * @param reset whose password, the token, and the new password
     * @return a call that fails with {@link dev.latchkey.core.BadRequestException} if the password stays as it is, whatever
     *     the status of the answer; its code, if the server sends one, is for instance {@code passwords.token}
     */
    public ApiCall<Confirmation> resetPassword(PasswordReset reset) {
        return http.post(resetPasswordPath)
                .anonymous()
                .secret()
                .repeat(Repeat.NEVER)
                .form("email", reset.email())
                .secretForm("password", reset.newPassword())
                .secretForm("password_confirmation", reset.newPassword())
                .secretForm("token", reset.token())
                .returning(PasswordResetOutcome.PASSWORD_SET);
    }
}
