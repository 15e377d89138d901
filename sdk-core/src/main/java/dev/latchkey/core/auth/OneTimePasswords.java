package dev.latchkey.core.auth;

import dev.latchkey.core.ApiException;

/** Where a {@link TokenService} gets the one-time password that a login was asked for. */
@FunctionalInterface
public interface OneTimePasswords {

    /**
     * The next one-time password; it counts as sent. To be called at most once a login. If the server refuses it, the login
     * is to throw an {@link dev.latchkey.core.MfaRequiredException} of its own: after two of them in a row only a login by
     * the user asks for another code.
     *
     * @return a code other than the last one that this session used
     * @throws ApiException {@link dev.latchkey.core.MfaRequiredException} if nobody can be asked, {@link
     *     dev.latchkey.core.RenewalFailedException} if there is no fresh code yet
     */
    String next();
}
