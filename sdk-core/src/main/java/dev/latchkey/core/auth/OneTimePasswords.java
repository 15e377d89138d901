package dev.latchkey.core.auth;

import dev.latchkey.core.ApiException;

/** Where a {@link TokenService} gets the one-time password that a login was asked for. */
@FunctionalInterface
public interface OneTimePasswords {

    /**
     * The next one-time password; it counts as sent.
     *
     * @return a code that was not used before by this session
     * @throws ApiException {@link dev.latchkey.core.MfaRequiredException} if nobody can be asked, {@link
     *     dev.latchkey.core.RenewalFailedException} if there is no fresh code yet
     */
    String next();
}
