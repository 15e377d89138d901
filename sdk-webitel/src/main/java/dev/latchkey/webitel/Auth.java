package dev.latchkey.webitel;

import dev.latchkey.core.ApiCall;
import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.auth.Credentials;
import dev.latchkey.core.auth.OneTimePasswords;
import dev.latchkey.core.auth.Session;
import dev.latchkey.core.auth.Tokens;
import dev.latchkey.core.http.HttpApi;

/**
 * The authentication operations as the vendor documents them. They return what the server answered and never touch the
 * client's own session: {@link WebitelClient#session()} logs the client itself in and out.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class Auth {
    private static final String NO_DOMAIN_TOKEN = "Give the one that came with the token at the login. A static domain"
            + " token has none and cannot be logged out: an administrator disables it.";

    private final HttpApi http;
    private final AuthRequests requests;

    Auth(HttpApi http) {
        this.http = http;
        this.requests = new AuthRequests(http);
    }

    /**
     * Exchanges a user's name and password for a token and a key: {@code POST /login}. Never repeated by itself. The pairs
     * of earlier logins stay valid.
     *
     * @param username with the domain, as in {@code 100@mydomain.com}; without one it is root
     * @param password that user's password
     * @return a call that fails with {@link dev.latchkey.core.UnauthorizedException} if the password is wrong, with that or
     *     {@link dev.latchkey.core.NotFoundException} if there is no such user, and with {@link
     *     dev.latchkey.core.MfaRequiredException} if the server wants a one-time password
     * @throws InvalidInputException if one of them is blank
     */
    public ApiCall<LoginAnswer> login(String username, String password) {
        return requests.login(new Credentials(username, password), null).returning(LoginAnswer::read);
    }

    /**
     * Logs in with a one-time password as well: {@code POST /login?code=…}. Never repeated by itself.
     *
     * @param username with the domain; servers ask root alone for a one-time password
     * @param password that user's password
     * @param oneTimePassword the code of this moment; it travels in the URL, as the vendor wants it. Spaces in it do not
     *     count, and digits may be those of any script
     * @return a call that fails as that of {@link #login(String, String)}, and with {@link
     *     dev.latchkey.core.UnauthorizedException} if the code is wrong
     * @throws InvalidInputException if one of them is blank, or the code cannot be one
     */
    public ApiCall<LoginAnswer> login(String username, String password, String oneTimePassword) {
        Inputs.require("one-time password", oneTimePassword, "Give the code of this moment, or leave it out.");
        String code = OneTimePasswords.plain("one-time password", oneTimePassword);
        return requests.login(new Credentials(username, password), code).returning(LoginAnswer::read);
    }

    /**
     * Ends the session of a token and a key: {@code POST /logout}. Other logins of the same user stay valid.
     *
     * @param token one that a {@link #login} returned
     * @param key that came with it
     * @return a call that fails with {@link dev.latchkey.core.UnauthorizedException} if the server does not know the pair, or
     *     knows it no more
     * @throws InvalidInputException if one of them is blank or cannot be sent, or the token belongs to the client's session:
     *     call {@link Session#logout()} instead
     */
    public ApiCall<Confirmation> logout(String token, String key) {
        Inputs.require("token", token, "Give the one that a login returned.");
        Inputs.require("key", key, NO_DOMAIN_TOKEN);
        if (http.isOwnAccessToken(token)) {
            throw new InvalidInputException("This token belongs to the client's own session, which would go on"
                    + " without knowing. Call session().logout() instead.");
        }
        return requests.logout(new Tokens(token, null, key));
    }
}
