package dev.latchkey.core.auth;

import java.util.Locale;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** The parts of a key URI as authenticators read it: a label such as {@code issuer:account}, and parameters. */
final class OtpAuthUri {
    static final int USUAL_DIGITS = 6;
    static final int USUAL_PERIOD = 30;

    private static final String SCHEME = "otpauth://";
    private static final String USUAL_ALGORITHM = "SHA1";

    /** Null if it is no such URI. */
    private final @Nullable HttpUrl url;

    OtpAuthUri(String uri) {
        String text = uri.trim();
        boolean known = text.toLowerCase(Locale.ROOT).startsWith(SCHEME);
        // A parser of URLs copes with half an escape or a stray space, at which one of URIs gives up.
        url = known ? HttpUrl.parse("http://" + text.substring(SCHEME.length())) : null;
    }

    @Nullable
    String account() {
        String label = label();
        return label == null ? null : orNull(label.substring(label.indexOf(':') + 1));
    }

    @Nullable
    String issuer() {
        String named = parameter("issuer");
        String label = label();
        int colon = label == null ? -1 : label.indexOf(':');
        return named != null || label == null || colon < 0 ? named : orNull(label.substring(0, colon));
    }

    String algorithm() {
        String named = parameter("algorithm");
        return named == null ? USUAL_ALGORITHM : named;
    }

    @Nullable
    Integer number(String name, int absent) {
        String value = parameter(name);
        if (value == null) {
            return url == null ? null : (Integer) absent;
        }
        try {
            return Integer.valueOf(value);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** Null if it is missing or empty. Names are compared without case. */
    @Nullable
    String parameter(String name) {
        if (url == null) {
            return null;
        }
        for (int i = 0; i < url.querySize(); i++) {
            if (url.queryParameterName(i).equalsIgnoreCase(name)) {
                String value = url.queryParameterValue(i);
                return value == null ? null : orNull(value);
            }
        }
        return null;
    }

    private @Nullable String label() {
        return url == null ? null : String.join("/", url.pathSegments());
    }

    private static @Nullable String orNull(String text) {
        String trimmed = text.trim();
        return trimmed.isEmpty() ? null : trimmed;
    }
}
