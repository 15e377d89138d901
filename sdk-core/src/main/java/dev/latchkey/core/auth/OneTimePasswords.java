package dev.latchkey.core.auth;

import dev.latchkey.core.ApiException;
import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.internal.otp.PlainCode;
import dev.latchkey.core.vendor.TokenService;

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

    /**
     * A code that a person wrote, as servers read it: without spaces, its digits those of ASCII whatever script they were in.
     *
     * @param what names the code in a message, {@code one-time password} for instance
     * @param code for instance {@code 123 456}
     * @return for instance {@code 123456}
     * @throws InvalidInputException if it is blank, has other characters than visible ASCII, or is too long to be a code; the
     *     message does not show it
     */
    static String plain(String what, String code) {
        return PlainCode.of(what, code);
    }
}
