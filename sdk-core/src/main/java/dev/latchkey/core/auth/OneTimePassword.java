package dev.latchkey.core.auth;

import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.internal.otp.Totp;

/**
 * A source of one-time passwords: {@link #totp} computes them, anything else is your own.
 *
 * <pre>{@code
 * builder.oneTimePassword(OneTimePassword.totp(secret))      // a service account, nobody is asked
 * builder.oneTimePassword(() -> askThePersonAtTheScreen())
 * }</pre>
 *
 * <p>Your own is called on a thread of the session, at most once a login. When its time is over
 * ({@code oneTimePasswordTimeout}) that thread is interrupted. It must not use its own client. Spaces in its code are
 * removed, and digits of other scripts become ASCII; a code with other characters is refused.
 *
 * <p>The session sends each code once. Clients that share a token store do so together, so a fleet that logs in with one
 * authenticator needs a shared store.
 */
@FunctionalInterface
public interface OneTimePassword {

    /**
     * The current code.
     *
     * @return for instance {@code 123456}
     * @throws Exception if there is none; the login fails with {@link dev.latchkey.core.MfaRequiredException}
     */
    String current() throws Exception;

    /**
     * Whether this source answers without a person, so that it may be asked for a renewal in the background.
     *
     * @return true for {@link #totp} and {@link #unattended}, false otherwise
     */
    default boolean isUnattended() {
        return false;
    }

    /**
     * Declares that a source answers by itself, a vault for instance.
     *
     * @param source answers without a person
     * @return a source that background renewals use too
     */
    static OneTimePassword unattended(OneTimePassword source) {
        return source.isUnattended() ? source : new UnattendedOneTimePassword(source);
    }

    /**
     * Computes time-based one-time passwords (RFC 6238), as authenticator apps do. The session takes the time from its
     * client's {@code TimeSource}; where the code of this moment was sent already, by this client or another one that shares
     * its store, it waits for the next one.
     *
     * @param secretOrUri the secret in Base32 (spaces, hyphens, lower case and missing padding are fine; SHA-1, 6 digits, 30
     *     seconds), or an {@code otpauth://totp/…} URI, which says algorithm, digits and period itself
     * @return an unattended source whose {@code toString} does not show the secret
     * @throws InvalidInputException if it is neither; the message does not show it
     */
    static OneTimePassword totp(String secretOrUri) {
        return Totp.of(secretOrUri);
    }
}
