package dev.latchkey.fake.controlbyweb;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * How the fake behaves. Each setting holds for what is issued or asked from then on. Safe for concurrent use.
 *
 * <pre>{@code
 * fake.settings().accessTokenLifetime(Duration.ofMillis(300)).reuseEndsSession(true);
 * }</pre>
 */
public final class ControlByWebSettings {
    private static final Pattern MARKER = Pattern.compile("[A-Za-z0-9]{0,64}");

    private volatile Duration accessTokenLifetime = Duration.ZERO;
    private volatile Duration refreshTokenLifetime = Duration.ZERO;
    private volatile Duration certificateRequestTokenLifetime = Duration.ZERO;
    private volatile Duration resetTokenLifetime = Duration.ZERO;
    private volatile boolean reuseEndsSession;
    private volatile boolean oldAccessTokenStaysAlive;
    private volatile boolean newerServer;
    private volatile boolean profileOnRefresh;
    private volatile boolean hasLoginPage;
    private volatile boolean printedCurlIsRight;
    private volatile boolean userIsObject;
    private volatile ResetAnswers resetAnswers = ResetAnswers.DOCUMENTED;
    private volatile int tokenRequestsPerMinute;
    private volatile int requestsPerMinute;
    private volatile String secretMarker = "";

    ControlByWebSettings() {
        restore();
    }

    void restore() {
        accessTokenLifetime = Duration.ofHours(24);
        refreshTokenLifetime = Duration.ofDays(30);
        certificateRequestTokenLifetime = Duration.ofHours(12);
        resetTokenLifetime = Duration.ofMinutes(60);
        reuseEndsSession = false;
        oldAccessTokenStaysAlive = false;
        newerServer = false;
        profileOnRefresh = false;
        hasLoginPage = true;
        printedCurlIsRight = false;
        userIsObject = false;
        resetAnswers = ResetAnswers.DOCUMENTED;
        tokenRequestsPerMinute = 0;
        requestsPerMinute = 0;
        secretMarker = "";
    }

    /** How long access tokens live; 24 hours at first. {@code expires_in} tells whole seconds, rounded down. */
    public ControlByWebSettings accessTokenLifetime(Duration lifetime) {
        accessTokenLifetime = lifetime;
        return this;
    }

    /** How long refresh tokens live; 30 days at first. */
    public ControlByWebSettings refreshTokenLifetime(Duration lifetime) {
        refreshTokenLifetime = lifetime;
        return this;
    }

    /** How long certificate request tokens live; 12 hours at first. */
    public ControlByWebSettings certificateRequestTokenLifetime(Duration lifetime) {
        certificateRequestTokenLifetime = lifetime;
        return this;
    }

    /** How long the token in a reset mail lives; 60 minutes at first. */
    public ControlByWebSettings resetTokenLifetime(Duration lifetime) {
        resetTokenLifetime = lifetime;
        return this;
    }

    /**
     * Whether a refresh token that is used again ends the whole session, as with Keycloak; at first not: it is refused
     * and the newer pair lives on, as with Passport.
     */
    public ControlByWebSettings reuseEndsSession(boolean ends) {
        reuseEndsSession = ends;
        return this;
    }

    /** Whether the access token before a refresh stays alive; at first not, a refresh ends it at once. */
    public ControlByWebSettings oldAccessTokenStaysAlive(boolean stays) {
        oldAccessTokenStaysAlive = stays;
        return this;
    }

    /** Whether a refused refresh token is a 400 {@code invalid_grant}, as with newer servers, rather than a 401. */
    public ControlByWebSettings newerServer(boolean newer) {
        newerServer = newer;
        return this;
    }

    /** Whether a refresh answers with the user's profile too; at first only the password grant does. */
    public ControlByWebSettings profileOnRefresh(boolean sent) {
        profileOnRefresh = sent;
        return this;
    }

    /**
     * Whether a refused token of a request that does not ask for JSON is a 302 to a login page; at first it is. Where the
     * application has no such page it is a 500 with a page of HTML.
     */
    public ControlByWebSettings hasLoginPage(boolean has) {
        hasLoginPage = has;
        return this;
    }

    /**
     * Whether the server is as the documentation's curl commands have it, rather than its headings: a new password is posted to
     * {@code /v1/auth/reset-password}, and {@code GET} creates a certificate request token. At first the headings are right.
     */
    public ControlByWebSettings printedCurlIsRight(boolean right) {
        printedCurlIsRight = right;
        return this;
    }

    /** Whether one user is an object, rather than alone in an array as in the documented sample; at first not. */
    public ControlByWebSettings userIsObject(boolean object) {
        userIsObject = object;
        return this;
    }

    /** How password resets are answered; as documented at first. */
    public ControlByWebSettings resetAnswers(ResetAnswers answers) {
        resetAnswers = answers;
        return this;
    }

    /** How many token requests a minute are answered; 0, the first value, for any number. The real server has 30. */
    public ControlByWebSettings tokenRequestsPerMinute(int limit) {
        tokenRequestsPerMinute = limit;
        return this;
    }

    /** How many other requests a minute are answered for a user; 0, the first value, for any number. */
    public ControlByWebSettings requestsPerMinute(int limit) {
        requestsPerMinute = limit;
        return this;
    }

    /**
     * A text that every secret contains which the fake issues from now on, so that a test can search logs for it; empty,
     * the first value, for none.
     *
     * @throws IllegalArgumentException if it is more than 64 letters and digits
     */
    public ControlByWebSettings secretMarker(String marker) {
        if (!MARKER.matcher(marker).matches()) {
            throw new IllegalArgumentException("a marker is up to 64 letters and digits, so that tokens stay valid");
        }
        secretMarker = marker;
        return this;
    }

    Duration accessTokenLifetime() {
        return accessTokenLifetime;
    }

    Duration refreshTokenLifetime() {
        return refreshTokenLifetime;
    }

    Duration certificateRequestTokenLifetime() {
        return certificateRequestTokenLifetime;
    }

    Duration resetTokenLifetime() {
        return resetTokenLifetime;
    }

    boolean reuseEndsSession() {
        return reuseEndsSession;
    }

    boolean oldAccessTokenStaysAlive() {
        return oldAccessTokenStaysAlive;
    }

    boolean newerServer() {
        return newerServer;
    }

    boolean profileOnRefresh() {
        return profileOnRefresh;
    }

    boolean hasLoginPage() {
        return hasLoginPage;
    }

    boolean userIsObject() {
        return userIsObject;
    }

    boolean printedCurlIsRight() {
        return printedCurlIsRight;
    }

    ResetAnswers resetAnswers() {
        return resetAnswers;
    }

    int tokenRequestsPerMinute() {
        return tokenRequestsPerMinute;
    }

    int requestsPerMinute() {
        return requestsPerMinute;
    }

    String secretMarker() {
        return secretMarker;
    }
}
