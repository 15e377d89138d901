package dev.latchkey.core.internal.otp;

import dev.latchkey.core.InvalidInputException;
import java.util.Locale;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** The parameters of an {@code otpauth://totp/…} URI, as authenticators read it. Its messages show nothing of it. */
final class KeyUri {
    private static final String SCHEME = "otpauth:";
    private static final String TIME_BASED = "totp";

    private final HttpUrl url;

    private KeyUri(HttpUrl url) {
        this.url = url;
    }

    static boolean isOne(String text) {
        return text.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    static KeyUri parse(String text) {
        // OkHttp's parser copes with half an escape or a stray space, at which that of URIs gives up.
        HttpUrl url = HttpUrl.parse("http:" + text.substring(SCHEME.length()));
        if (url == null) {
            throw new InvalidInputException(
                    "The otpauth URI cannot be read. It looks like otpauth://totp/NAME?secret=BASE32.");
        }
        if (!url.host().equals(TIME_BASED)) {
            throw new InvalidInputException(
                    "The otpauth URI is not of the kind otpauth://totp/…: only time-based one-time passwords are built"
                            + " in. Give your own OneTimePassword for any other.");
        }
        return new KeyUri(url);
    }

    String secret() {
        String secret = parameter("secret");
        if (secret == null) {
            throw new InvalidInputException(
                    "The otpauth URI has no secret. It looks like otpauth://totp/NAME?secret=BASE32.");
        }
        return secret;
    }

    /** As the names of the JDK's algorithms end: {@code SHA1}, for instance. */
    String algorithm() {
        String named = parameter("algorithm");
        if (named == null) {
            return Totp.SHA1;
        }
        String bare = named.toUpperCase(Locale.ROOT).replace("-", "");
        String hash = bare.startsWith("HMAC") ? bare.substring("HMAC".length()) : bare;
        if (!Totp.ALGORITHMS.contains(hash)) {
            throw new InvalidInputException("The algorithm of the otpauth URI is none of SHA1, SHA256 and SHA512.");
        }
        return hash;
    }

    int digits() {
        return number("digits", Totp.USUAL_DIGITS, Totp.FEWEST_DIGITS, Totp.MOST_DIGITS);
    }

    int periodSeconds() {
        return number("period", Totp.USUAL_PERIOD, 1, Totp.LONGEST_PERIOD);
    }

    private int number(String name, int absent, int least, int most) {
        String value = parameter(name);
        if (value == null) {
            return absent;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // The cause would show the value.
        }
        throw new InvalidInputException(
                "The " + name + " of the otpauth URI has to be a number from " + least + " to " + most + ".");
    }

    /** Null if it is missing or empty. Names are compared without case. */
    private @Nullable String parameter(String name) {
        for (int i = 0; i < url.querySize(); i++) {
            String value = url.queryParameterValue(i);
            if (url.queryParameterName(i).equalsIgnoreCase(name)
                    && value != null
                    && !value.trim().isEmpty()) {
                return value.trim();
            }
        }
        return null;
    }
}
