package dev.latchkey.fake.webitel;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * How the fake behaves. Each setting holds for what is issued or asked from then on. Safe for concurrent use.
 *
 * <pre>{@code
 * fake.settings().answers(WebitelAnswers.OBSERVED).tokenLifetime(Duration.ofDays(7));
 * }</pre>
 */
public final class WebitelSettings {
    private static final Pattern MARKER = Pattern.compile("[A-Za-z0-9]{0,64}");

    private volatile WebitelAnswers answers = WebitelAnswers.DOCUMENTED;
    private volatile Duration tokenLifetime = Duration.ZERO;
    private volatile boolean expiredIsBadRequest;
    private volatile boolean totpAtLogin;
    private volatile String tokenSecret = "";
    private volatile String secretMarker = "";

    WebitelSettings() {
        restore();
    }

    void restore() {
        answers = WebitelAnswers.DOCUMENTED;
        tokenLifetime = Duration.ofDays(100);
        expiredIsBadRequest = false;
        totpAtLogin = true;
        tokenSecret = "the secret of the fake's tokens";
        secretMarker = "";
    }

    /** Whose codes and texts the answers have; the documented ones at first. */
    public WebitelSettings answers(WebitelAnswers which) {
        answers = which;
        return this;
    }

    /** How long tokens live; 100 days at first. The server of 2016 had 7. */
    public WebitelSettings tokenLifetime(Duration lifetime) {
        tokenLifetime = lifetime;
        return this;
    }

    /** Whether an expired token is refused with 400, as in 2016, rather than with 401; at first not. */
    public WebitelSettings expiredIsBadRequest(boolean badRequest) {
        expiredIsBadRequest = badRequest;
        return this;
    }

    /**
     * Whether logins of root ask for the one-time password once it is enabled in the settings, as the real server does where its
     * configuration says {@code useTOTP}; at first they do. The settings ask for it in any case.
     */
    public WebitelSettings totpAtLogin(boolean asked) {
        totpAtLogin = asked;
        return this;
    }

    /**
     * What the tokens are signed with (HS256).
     *
     * @throws IllegalArgumentException if it is empty
     */
    public WebitelSettings tokenSecret(String secret) {
        if (secret.isEmpty()) {
            throw new IllegalArgumentException("the secret of the tokens is empty");
        }
        tokenSecret = secret;
        return this;
    }

    /**
     * A text that every secret contains which the fake issues from now on, so that a test can search logs for it; empty,
     * the first value, for none. It takes the place of a part of each token's signature, which is then none.
     *
     * @throws IllegalArgumentException if it is more than 64 letters and digits
     */
    public WebitelSettings secretMarker(String marker) {
        if (!MARKER.matcher(marker).matches()) {
            throw new IllegalArgumentException("a marker is up to 64 letters and digits, so that tokens stay valid");
        }
        secretMarker = marker;
        return this;
    }

    WebitelAnswers answers() {
        return answers;
    }

    boolean documented() {
        return answers == WebitelAnswers.DOCUMENTED;
    }

    Duration tokenLifetime() {
        return tokenLifetime;
    }

    boolean expiredIsBadRequest() {
        return expiredIsBadRequest;
    }

    boolean totpAtLogin() {
        return totpAtLogin;
    }

    String tokenSecret() {
        return tokenSecret;
    }

    String secretMarker() {
        return secretMarker;
    }
}
