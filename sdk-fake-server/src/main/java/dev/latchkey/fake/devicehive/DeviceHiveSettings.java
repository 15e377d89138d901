package dev.latchkey.fake.devicehive;

import dev.latchkey.fake.internal.RandomText;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * How the fake behaves. Each setting holds for what is issued or asked from then on. Safe for concurrent use.
 *
 * <pre>{@code
 * fake.settings().accessTokenLifetime(Duration.ofMillis(300)).loginAttempts(3);
 * }</pre>
 */
public final class DeviceHiveSettings {
    private static final Pattern MARKER = Pattern.compile("[A-Za-z0-9]{0,64}");
    private static final int RANDOM_SECRET = 44;

    private volatile Duration accessTokenLifetime = Duration.ZERO;
    private volatile Duration refreshTokenLifetime = Duration.ZERO;
    private volatile String signingSecret = "";
    private volatile int loginAttempts;
    private volatile boolean pluginAuthenticationBroken;
    private volatile boolean deviceApi;
    private volatile boolean staleReads;
    private volatile boolean unansweredQueries;
    private volatile String secretMarker = "";

    DeviceHiveSettings() {
        restore();
    }

    void restore() {
        accessTokenLifetime = Duration.ofMinutes(30);
        refreshTokenLifetime = Duration.ofDays(182);
        changeSecret();
        loginAttempts = 10;
        pluginAuthenticationBroken = false;
        deviceApi = true;
        staleReads = false;
        unansweredQueries = false;
        secretMarker = "";
    }

    void changeSecret() {
        signingSecret = RandomText.alphanumeric(RANDOM_SECRET);
    }

    /** How long access tokens live; 30 minutes at first. */
    public DeviceHiveSettings accessTokenLifetime(Duration lifetime) {
        accessTokenLifetime = lifetime;
        return this;
    }

    /** How long refresh tokens live; 182 days at first. */
    public DeviceHiveSettings refreshTokenLifetime(Duration lifetime) {
        refreshTokenLifetime = lifetime;
        return this;
    }

    /**
     * The secret that tokens are signed with ({@code JWT_SECRET} of the server), by HMAC-SHA-256; random at first. All
     * tokens signed with the one before are refused. As with the server, the key is what the text means in base 64,
     * whatever is left over behind the last four characters.
     *
     * @throws IllegalArgumentException if it has less than four characters of base 64
     */
    public DeviceHiveSettings signingSecret(String secret) {
        Jwt.requireUsable(secret);
        signingSecret = secret;
        return this;
    }

    /** With which wrong password in a row a user is locked; the 10th at first. */
    public DeviceHiveSettings loginAttempts(int attempts) {
        loginAttempts = attempts;
        return this;
    }

    /**
     * Whether {@code GET /token/plugin/authenticate} answers 401 "Token is not valid" to every token, as a stock 4.1.0
     * does for a fault in its configuration; at first it works.
     */
    public DeviceHiveSettings pluginAuthenticationBroken(boolean broken) {
        pluginAuthenticationBroken = broken;
        return this;
    }

    /**
     * Whether the fake has the server's frontend, below {@link FakeDeviceHive#deviceApiUrl}: users, networks, device types, devices.
     * At first it has; without it, it is an auth server that stands alone.
     */
    public DeviceHiveSettings deviceApi(boolean served) {
        deviceApi = served;
        return this;
    }

    /**
     * Whether the fake's cache is stale as a server's is: after a network or device type has been given to a user or taken from
     * it, the first read shows that, further reads and logins the state before, until the user is changed or logs in more than a
     * second after its last login. At first it is not.
     */
    public DeviceHiveSettings staleReads(boolean stale) {
        staleReads = stale;
        return this;
    }

    /**
     * Whether queries of lists which a server never answers (another {@code sortOrder} than {@code ASC} and {@code DESC}, a negative
     * {@code take} or {@code skip}) keep the client waiting until it gives up. At first their connection is closed at once, so that
     * a test does not wait for its limit. The journal tells in either case why there is no answer.
     */
    public DeviceHiveSettings unansweredQueries(boolean keptOpen) {
        unansweredQueries = keptOpen;
        return this;
    }

    /**
     * A text that every token contains which the fake issues from now on, so that a test can search logs for it; empty,
     * the first value, for none. It is put behind the signature, which then is one for this fake only.
     *
     * @throws IllegalArgumentException if it is more than 64 letters and digits
     */
    public DeviceHiveSettings secretMarker(String marker) {
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

    String signingSecret() {
        return signingSecret;
    }

    int loginAttempts() {
        return loginAttempts;
    }

    boolean pluginAuthenticationBroken() {
        return pluginAuthenticationBroken;
    }

    boolean deviceApi() {
        return deviceApi;
    }

    boolean staleReads() {
        return staleReads;
    }

    boolean unansweredQueries() {
        return unansweredQueries;
    }

    String secretMarker() {
        return secretMarker;
    }
}
