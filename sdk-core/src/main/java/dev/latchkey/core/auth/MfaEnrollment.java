package dev.latchkey.core.auth;

import dev.latchkey.core.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * What an authenticator needs to make one-time passwords. To be shown to the user, as a QR code of the {@code uri} for
 * instance, and to be forgotten afterwards: whoever has it has the second factor.
 *
 * @param uri as the server wrote it, {@code otpauth://totp/…}; a secret
 * @param account whose passwords they are, as an authenticator shows it; null if the URI does not say
 * @param issuer who asks for them; null if the URI does not say
 * @param secret the key in Base32, a secret; null if the URI does not say
 * @param algorithm for instance {@code SHA1}, which is meant too where the URI does not say
 * @param digits the length of a password; 6 where the URI does not say, null if it cannot be read
 * @param period for how many seconds a password holds; 30 where the URI does not say, null if it cannot be read
 */
public record MfaEnrollment(
        String uri,
        @Nullable String account,
        @Nullable String issuer,
        @Nullable String secret,
        String algorithm,
        @Nullable Integer digits,
        @Nullable Integer period) {
    /**
     * Reads what it can of a URI.
     *
     * @param uri for instance {@code otpauth://totp/Cybus:Connectware?secret=…}
     * @return the parts that it has
     * @throws InvalidInputException if it is blank
     */
    public static MfaEnrollment of(String uri) {
        if (uri == null || uri.trim().isEmpty()) {
            throw new InvalidInputException("The URI of the enrolment is blank.");
        }
        OtpAuthUri parts = new OtpAuthUri(uri);
        return new MfaEnrollment(
                uri,
                parts.account(),
                parts.issuer(),
                parts.parameter("secret"),
                parts.algorithm(),
                parts.number("digits", OtpAuthUri.USUAL_DIGITS),
                parts.number("period", OtpAuthUri.USUAL_PERIOD));
    }

    /**
     * Computes the passwords of this enrolment, for a service account that logs in by itself ({@link OneTimePassword#totp}).
     *
     * @return a source for {@code oneTimePassword(…)} on a client's builder; it holds the secret
     * @throws InvalidInputException if the URI says no secret, or is none of time-based passwords
     */
    public OneTimePassword oneTimePassword() {
        if (secret == null) {
            throw new InvalidInputException("The enrolment has no secret to compute one-time passwords from.");
        }
        return OneTimePassword.totp(uri);
    }

    /** Everything but the URI and the secret. */
    @Override
    public String toString() {
        return "MfaEnrollment[uri=***, account=" + account + ", issuer=" + issuer + ", secret=***, algorithm="
                + algorithm + ", digits=" + digits + ", period=" + period + "]";
    }
}
